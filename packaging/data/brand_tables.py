"""Hand tables of make_brands.py: Nice classes, brand TLDs, names left out.

CATEGORIES  OpenStreetMap category -> classes of what a brand of that category
            sells under its own name. A trader in the goods of others has 35
            alone, a maker with shops the class of the goods as well. A category
            that is absent is left out: public bodies, parties, unions, scouts,
            bookcases, price boards.
VENDING     the same for vending machines, by what they sell.
ICONS       simple-icons title -> classes, for titles that are no software.
TLDS        brand labels of the new generic top-level domains; `_` stands for
            the space that a domain cannot have.
"""


def spread(text, separator=None):
    """{item: classes} of lines `classes: item item ...`; a blank continues one."""
    result = {}
    for line in text.strip().replace("\n ", " ").splitlines():
        classes, _, items = line.partition(":")
        for item in items.split(separator):
            item = item.strip()
            if not item:
                continue
            assert item not in result, item
            numbers = [int(number) for number in classes.split(",") if number]
            assert all(1 <= number <= 45 for number in numbers), line
            result[item] = set(numbers)
    return result


CATEGORIES = spread("""
2,35: shop/paint
3,35: shop/cosmetics shop/perfumery
4: waterway/fuel shop/gas
4,35: shop/candles
4,37: amenity/fuel
5,35: shop/nutrition_supplements shop/herbalist
6,19,37: craft/window_construction
6,35: shop/hardware
7,35: shop/power_tools
7,12,35: shop/agrarian shop/tractor
7,9,11,35: shop/appliance
7,37: shop/vacuum_cleaner
9,35: shop/mobile_phone shop/mobile_phone_accessories shop/computer shop/hifi
9,28,35: shop/video_games
9,44: shop/optician
10,35: shop/medical_supply shop/erotic
10,44: shop/hearing_aids healthcare/audiologist
11,20: shop/bathroom_furnishing shop/kitchen
11,35: shop/lighting shop/bbq
11,37: shop/swimming_pool
12: amenity/bicycle_parking
12,35: shop/car shop/car_parts shop/bicycle shop/motorcycle shop/truck shop/boat
    shop/caravan
12,25,28,35: shop/baby_goods
12,37: shop/tyres
13,35: shop/pyrotechnics
14,35: shop/jewelry shop/watches
14,18,25,35: shop/fashion_accessories
15,35: shop/musical_instrument
16,35: shop/stationery
18,35: shop/bag shop/leather
19,20: shop/doors
19,27,35: shop/flooring
19,35: shop/tiles
20,35: shop/furniture shop/bed
20,24,35: shop/interior_decoration
20,24: shop/window_blind shop/curtain
21,35: shop/houseware shop/pottery
24,35: shop/household_linen shop/fabric
25,35: shop/clothes shop/shoes
18,25,28,35: shop/outdoor
25,28,35: shop/sports
25,40: shop/tailor
27,35: shop/carpet
28,35: shop/toys shop/games shop/model shop/fishing
29,35: shop/butcher shop/dairy shop/seafood shop/cheese shop/nuts
29,30,35: shop/deli shop/frozen_food shop/health_food
30,35: shop/bakery shop/pastry shop/confectionery shop/chocolate shop/coffee
    shop/spices
30,43: amenity/cafe amenity/ice_cream
30,35,43: shop/tea
31,35: shop/florist shop/garden_centre shop/pet shop/greengrocer
32,35: shop/beverages
33,35: shop/alcohol shop/wine
34,35: shop/tobacco shop/e-cigarette shop/cannabis
35: shop/supermarket shop/convenience shop/department_store shop/variety_store
    shop/chemist shop/electronics shop/books shop/doityourself shop/trade
    shop/charity shop/gift shop/wholesale shop/newsagent shop/kiosk shop/second_hand
    shop/country_store shop/mall shop/electrical shop/craft shop/hairdresser_supply
    shop/music shop/video shop/anime shop/art shop/frame shop/party shop/general
    shop/catalogue shop/printer_ink shop/camera office/employment_agency
    amenity/pharmacy shop/gold_buyer
35,39: shop/outpost shop/ticket
35,36: shop/pawnbroker
35,42: office/consulting
35,36,43: office/coworking
36: amenity/bank amenity/atm amenity/bureau_de_change amenity/money_transfer
    amenity/payment_terminal amenity/payment_centre shop/money_lender
    office/insurance office/insurance_adjuster office/estate_agent
    office/financial_advisor office/financial office/mortgage office/bail_bond_agent
    landuse/residential
35,36: office/tax_advisor
37: shop/car_repair shop/truck_repair shop/motorcycle_repair shop/tractor_repair
    shop/repair shop/shoe_repair shop/dry_cleaning shop/laundry shop/pest_control
    shop/locksmith shop/tool_hire shop/plant_hire shop/glaziery craft/glaziery
    craft/plumber craft/electrician craft/electronics_repair craft/cleaning
    craft/carpenter craft/painter amenity/car_wash amenity/charging_station
    man_made/charge_point office/construction_company amenity/bicycle_repair_station
    shop/groundskeeping
38: shop/telecommunication office/telecommunication amenity/telephone
35,37,43: highway/services
39: amenity/bicycle_rental amenity/car_rental amenity/car_sharing
    amenity/motorcycle_rental amenity/parking amenity/parcel_locker
    amenity/post_office amenity/post_depot shop/storage_rental office/moving_company
    office/logistics amenity/trolley_bay shop/rental landuse/industrial
39,43: shop/travel_agency
40: amenity/recycling shop/copyshop craft/signmaker craft/handicraft
40,41: shop/photo amenity/photo_booth
41: amenity/cinema amenity/casino amenity/gambling leisure/fitness_centre
    leisure/sports_centre leisure/amusement_arcade leisure/adult_gaming_centre
    leisure/bowling_alley leisure/trampoline_park leisure/indoor_play
    leisure/escape_game leisure/dance leisure/miniature_golf
    leisure/high_ropes_course shop/bookmaker shop/lottery amenity/karaoke_box
    amenity/prep_school amenity/language_school amenity/music_school
    amenity/driving_school amenity/school amenity/university amenity/college
    amenity/training tourism/theme_park amenity/internet_cafe
41,43: amenity/kindergarten
42: amenity/vehicle_inspection amenity/weighbridge office/engineer
9,42: office/it
43: amenity/fast_food amenity/restaurant amenity/pub amenity/bar amenity/childcare
    amenity/animal_boarding tourism/hotel tourism/hostel tourism/motel
    tourism/caravan_site amenity/conference_centre
44: shop/hairdresser shop/beauty shop/massage shop/tattoo leisure/sauna
    amenity/clinic amenity/dentist amenity/doctors amenity/hospital
    amenity/veterinary healthcare/laboratory healthcare/sample_collection
    healthcare/physiotherapist healthcare/counselling healthcare/alternative
    healthcare/rehabilitation healthcare/dialysis
45: shop/funeral_directors office/lawyer office/security amenity/mortuary
""")
CATEGORIES["office/company"] = set()

VENDING = spread("""
3: chemist beauty cosmetics
4: gas
9: electronics chargers contact_lenses
10: condoms
12: bicycle_tube
16: newspapers short_story
28: toys
29,30: food drinks;food food;drinks
30: ice_cream drinks;sweets ice_cubes ice_cubes;water
30,43: coffee
31: pet
32: drinks water
34: cigarettes
35: gift milk movies
""")

# names of a State, a public body, a transport operator or the Red Cross
PUBLIC = (
    r"red cross|red crescent|croix[- ]rouge|cruz ro[jx]a|cruz vermelha|"
    r"rote[sn]? kreuz|croce rossa|červený kříž|kızılay|rode kruis|røde kors|"
    r"красный крест|[红紅]十字|"
    r"government|ministry|municipality|county council|city council|police|"
    r"department of|kommune\b|[市省县縣區]政府|政府|警察|公安|市役所|"
    r"\bmetro de\b|郵便局|売票|售票|みどりの窓口"
)

# the usual names of a trade in the languages of the source, `_` for a space
GENERIC = set("""
atm bank bar bakery bistro boucherie boulangerie apotheke apotek apteka farmacia
farmacie pharmacie pharmacy drugstore restaurant restaurante ristorante pizzeria
trattoria cafe café cafeteria coffee coffeeshop hotel hostel motel pub kebab
sushi pizza burger noodles supermarket supermarché supermercado minimarket market
mart mini_market shop store kiosk kiosque tabac optician optik optika óptica
school kindergarten clinic hospital dentist cinema kino casino lotto lottery
loto tankstelle taxi parking garage carwash car_wash laundry florist fleuriste
blumen books bookshop librairie newspaper newsagent post post_office
bottle_shop fast_food pawnshop pawn_shop gym fitness perusahaan
kantor duty_free ration_shop barber hairdresser salon butcher
jewelry jewellery furniture telecom mobile insurance real_estate
аптека банк банкомат кафе ресторан столовая пекарня продукты магазин
цветы шиномонтаж автосервис ломбард хлеб мясо овощи фрукты кофе
авиакасса абакус_центр 银行 邮局 邮政 药店 药房 酒店 宾馆 超市 便利店 餐厅 饭店
加油站 咖啡 茶 面馆 小吃 网吧 售票处 幼儿园 宝くじ 薬局 食堂 ラーメン
편의점 약국 은행
""".split())

ICONS = spread("""
1,5: Abbott; Abbvie; Boehringer Ingelheim; GSK; Merck; Brenntag
3,18,25: Dior
3,25,35: Zara; H&M; Uniqlo
3,29,30: Unilever
4: ARAL
5,10: Stryker
7: Caterpillar; John Deere; Husqvarna
7,9,11: Bosch; Siemens; LG; General Electric; Hitachi; Toshiba; Panasonic; Havells;
    Maytag; De'Longhi; Vestel
7,9: ABB; Schneider Electric; Rockwell Automation; B&R Automation; iRobot; Ecovacs;
    Anycubic; Bambu Lab; Creality; Elegoo; Flashforge; MakerBot; AnkerMake;
    Voron Design; Trimble; Fluke
9: Acer; AMD; Alienware; Arlo; Arm; ASUS; Audio-Technica; Beats; Beats by Dre;
    Blackberry; Blackmagic Design; Bluesound; boAt; Bose; Broadcom; Celestron;
    Cisco; Cooler Master; Corsair; Creative Technology; DeepCool; Dell; Denon; DJI;
    Dolby; DTS; Elgato; Epson; Ericsson; Espressif; Fairphone; Fitbit; FRITZ!; AVM;
    Fujifilm; Fujitsu; Garmin; GL.iNet; Godox; Honor; HP; HTC; HTC Vive; Huawei;
    HyperX; Imou; Insta360; Intel; JBL; Juniper Networks; Keenetic;
    Kingston Technology; Kodak; Kyocera; Leica; Lenovo; LIFX; Linksys; M5Stack;
    MediaTek; Meizu; MikroTik; Motorola; MSI; NEC; NETGEAR; Nikon; Nokia;
    Nordic Semiconductor; NVIDIA; NXP; NZXT; Oculus; OnePlus; OPPO; Philips Hue;
    Pioneer DJ; QNAP; Qualcomm; Raspberry Pi; Razer; Redragon; Republic of Gamers;
    Roku; Samsung; Seagate; Sennheiser; Snapdragon; Sonos; Sony; SparkFun;
    Steelseries; STMicroelectronics; Supermicro; Synology; ThinkPad; TourBox;
    TP-Link; Ubiquiti; vivo; Wacom; WALKMAN; Wyze; Xiaomi; Yubico;
    Zebra Technologies; Adafruit; Arduino; System76; TUXEDO Computers; Peak Design;
    ZecTrix; Victron Energy; WEMO; Poly; Crayon; TomTom; Digi-Key Electronics
9,28: PlayStation; PlayStation 2; PlayStation 3; PlayStation 4; PlayStation 5;
    PlayStation Portable; PlayStation Vita; Steam Deck; Analogue
9,28,41: Activision; Atari; 2K; Bungie; CD Projekt; Bohemia Interactive; EA;
    Epic Games; Game Science; Gameloft; Humble Bundle; Konami; miHoYo; NEXON;
    Paradox Interactive; Private Division; PUBG; Red Candle Games;
    Remedy Entertainment; Riot Games; Rockstar Games; Sega; Square Enix; Supercell;
    Take-Two Interactive Software; THE FINALS; Treyarch; Ubisoft; Undertale;
    Valorant; Valve; Counter-Strike; Dota 2; Fortnite; League of Legends; osu!;
    Battle.net; Steam; Facepunch; Stardock; Kirby; WeGame; Roblox;
    Dungeons & Dragons; E3; Critical Role
9,36: Binance; Bitcoin; Coinbase; KuCoin; OKX; Ripple; Tether; Trezor; Ethereum;
    Litecoin; Dogecoin; Monero; Zcash; Solana; Polkadot; Cardano; XRP; Uphold;
    Blockchain.com; CoinMarketCap; PayPal; Alipay; Stripe; Square; Cash App; Venmo;
    Klarna; Afterpay; Adyen; Revolut; N26; Monzo; bunq; Wise; Payoneer; Paytm;
    PhonePe; Razorpay; SumUp; Samsung Pay; Apple Pay; Google Pay; Mercado Pago;
    PagSeguro; PicPay; Zelle; Conekta; Lydia; Starling Bank; Robinhood; Nubank;
    Kueski; Brex; WebMoney; QIWI; Elavon; Redsys; Paysafe; Viva Wallet; Fawry;
    Braintree; Zerodha; WazirX; ZebPay; FamPay; Dodo Payments
11,20,21,35: IKEA
12: Acura; AMG; Aston Martin; Audi; Bentley; BMW; Bugatti; Cadillac; Chevrolet;
    Chrysler; Citroën; Dacia; DAF; DS Automobiles; Ducati; Ferrari; Fiat; Ford;
    General Motors; Honda; Hyundai; INFINITI; IVECO; Jeep; Kia; Koenigsegg; KTM;
    LADA; Lamborghini; Mahindra; MAN; Maserati; Mazda; McLaren; MG; Mini;
    Mitsubishi; Nissan; Norco; Opel; Oshkosh; Peugeot; Piaggio Group; Polestar;
    Porsche; Ram; Renault; Rimac Automobili; Rolls-Royce; Scania; SEAT; ŠKODA;
    smart; Subaru; Suzuki; Tata; Tesla; Toyota; Vauxhall; Vespa; Volkswagen; Volvo;
    Airbus; Boeing; Bombardier; Yamaha Motor Corporation; SpaceX
9,15: Yamaha Corporation; Steinberg
16,41: Der Spiegel; New York Times; The Guardian; The Irish Times;
    The Washington Post; L'Équipe; U.S. News; Elsevier; Pearson; Packt; O'Reilly;
    Billboard; Smashing Magazine; DC Entertainment; Telegraph
25,28: Adidas; Anta; Fila; Jordan; Li-Ning; New Balance; Nike; Puma; Reebok;
    The North Face; Under Armour; Helly Hansen; Burton
25,35: Bata
25,32: Red Bull
28: Tamiya
29,30: Amul
30: Chupa Chups
32: Coca-Cola; Carlsberg Group
33: Jameson
35: Albert Heijn; Aldi Nord; Aldi Süd; Argos; ASDA; Auchan; AutoZone; Boots;
    boulanger; Carrefour; Castorama; Chedraui; Continente; Coppel; Darty; dm;
    E.Leclerc; EDEKA; Fnac; Franprix; Grand Frais; Iceland; Intermarche; Kaufland;
    Leader Price; Leroy Merlin; Lidl; Macy's; Magasins U; MediaMarkt; Monoprix;
    Morrisons; Müller; Netto; Newegg; Otto; Penny; Pets at Home; Picard Surgelés;
    REWE; Rossmann; Sam's Club; Saturn; Soriana; Target; Tesco; Żabka; Zalando;
    FARFETCH; voelkner; Veepee; bigbasket; Cultura; Headphone Zone
35,38,42: Alibaba.com; AliExpress; Allegro; Blibli; Bukalapak; eBay; Etsy; Rakuten;
    Shopee; Taobao; Meituan; Dazhong Dianping; Xiaohongshu; Gumtree; Kleinanzeigen;
    Galaxus; StockX; Vinted; Zazzle; Groupon; Wish
36: AIB; American Express; Axis Bank; Bank of America; Barclays; Barmenia;
    CaixaBank; Chase; Commerzbank; Deutsche Bank; Diners Club; Discover; Fineco;
    Goldman Sachs; HDFC Bank; HSBC; ICICI Bank; JCB; MasterCard; MoneyGram;
    Sparkasse; Thurgauer Kantonalbank; Visa; Wells Fargo; Western Union; trulia;
    Zillow
38: AT&T; Airtel; BT; Deutsche Telekom; Jio; Movistar; O2; Odido; Orange;
    Telefónica; Telenor; Verizon; Virgin Media; Vodafone; Ziggo; Sunrise
38,41: Animal Planet; Antena 3; CBC; CBS; Channel 4; CNN; Das Erste; Deutsche Welle;
    Foxtel; FOX; HBO; HBO Max; NBC; NDR; ProSieben; Radio France; RTÉ; RTL; RTLZWEI;
    Sat.1; Showtime; Sky; SRG SSR; STARZ; SWR; Télé-Québec; TELE 5; TV4 Play; VOX;
    ZDF; The Weather Channel; Netflix; Apple TV; Paramount+; Crunchyroll;
    Dailymotion; Deezer; DAZN; Spotify; TIDAL; SoundCloud; Twitch; Vimeo; YouTube;
    YouTube Music; YouTube TV; YouTube Kids; Bilibili; Viaplay; NetEase Cloud Music;
    Apple Music; iHeartRadio; Tubi; MUBI; ITVx; Fubo
38,42: AFDIAN; Baidu; ByteDance; Discord; Douban; Facebook; Google; Instagram;
    Kakao; KakaoTalk; Kuaishou; LINE; Messenger; Naver; Odnoklassniki; Pinterest;
    QQ; Quora; Qzone; Reddit; Renren; Signal; Sina Weibo; Snapchat; Sogou; Telegram;
    Threads; TikTok; Tinder; Tumblr; Viber; VK; WeChat; WhatsApp; Zalo; Zhihu;
    Mail.Ru; ICQ; Zoom
39: Aeroflot; Aeroméxico; Air Canada; Air China; Air France; Air India; Air Serbia;
    Air Transat; AirAsia; Akasa Air; American Airlines; ANA; APM Terminals; avianca;
    British Airways; China Eastern Airlines; China Southern Airlines; Copa Airlines;
    Delta; Deutsche Post; DHL; DPD; easyJet; Emirates; Ethiopian Airlines;
    Etihad Airways; FedEx; Iberia; IndiGo; Japan Airlines; JetBlue; KLM; Lion Air;
    LOT Polish Airlines; Lufthansa; Lyft; Norwegian; Pegasus Airlines; Qantas;
    Qatar Airways; Ryanair; S7 Airlines; Saudia; Silver Airways; Singapore Airlines;
    Southwest Airlines; TAROM; Toll; Turkish Airlines; Uber; United Airlines; UPS;
    USPS; Virgin Atlantic; Wizz Air; nextbike; Grab; Gojek
39,43: Airbnb; Booking.com; Expedia; Hotels.com; OYO; Trip.com; Tripadvisor;
    trivago; TUI; Klook
35,39: Deliveroo; DoorDash; foodpanda; Glovo; iFood; Instacart; Just Eat; Picnic;
    Postmates; Swiggy; Uber Eats; Zomato; Dunzo
41: Coursera; Duolingo; edX; FIFA; Indian Super League; Khan Academy; MLB; NBA; NHL;
    New Japan Pro-Wrestling; Premier League; TED; UFC; Udacity; Udemy; WWE;
    Star Trek; Tomorrowland; Byju's; Unacademy; Codecademy; F1
43: Burger King; Hilton; Hilton Hotels & Resorts; Hungry Jack's; KFC; Marriott;
    McDonald's; Ritz Carlton; Taco Bell
30,43: Starbucks
35,42: Accenture; Infosys; Wipro; Tata Consultancy Services; Statista
""", ";")

# titles that end or begin like this are programs
SOFTWARE = (
    r"^(Apache|GNU|Google|Eclipse|GitHub|GitLab|Laravel|LibreOffice|React|Vue|"
    r"Adobe|Amazon|Microsoft|Mozilla|JetBrains|Cloudflare|Wondershare|Spring)\b.|"
    r"(\.js|\.io|\.ai|JS|DB|QL|CI|CMS|API|UI|OS|ML|BSD|IDE|SDK|VPN|"
    r"Linux|Browser|Framework|Cloud|Server|Studio|Engine|Editor|Storm|"
    r"Ubuntu|Labs)$"
)
PROGRAMS = set("""
1Password; Android; Angular; Ansible; Anthropic; App Store; ArcGIS; Asana;
Atlassian; AutoCAD; Autodesk; Autodesk Maya; Autodesk Revit; Bitbucket; Bitdefender;
Blender; Bootstrap; Canonical; Claude; Claude Code; Cloudflare; CMake; Confluence;
CorelDRAW; cPanel; curl; Cursor; Databricks; Datadog; DaVinci Resolve; Debian;
DeepL; DeepMind; DeepSeek; deepin; DigitalOcean; Django; Docker; Dropbox; Drupal;
Elastic; Elasticsearch; Electron; Evernote; Fedora; FFmpeg; Figma; Firebase;
Firefox; Flutter; Framer; GIMP; Git; GitBook; Gitee; GitLab; GNOME; GNU;
Godot Engine; Grafana; Gradle; Grammarly; Hugging Face; HarmonyOS; HashiCorp; Helm;
HubSpot; iCloud; iOS; Inkscape; IntelliJ IDEA; Intuit; Jenkins; JetBrains; Jira;
Joomla; jQuery; Kaspersky; KDE; Kibana; Kotlin; Krita; LangChain; LangGraph; Linux;
LLVM; Looker; MailChimp; Malwarebytes; McAfee; Meta AI; Mistral AI; Miro;
ModelScope; MongoDB; Moonshot AI; MySQL; Neovim; Netlify; New Relic; NGINX; Norton;
Notion; NumPy; Obsidian; Odoo; Okta; OpenCV; OpenSSL; OpenStack; OpenVPN; OpenWrt;
Opera; Ollama; PaddlePaddle; pandas; Perplexity; PHP; Photopea; Plesk; pnpm; Podman;
Portainer; PostgreSQL; Postman; Prometheus; PyCharm; Python; PyPy; QEMU; Qt; Quasar;
QuickBooks; QWen; RabbitMQ; Red Hat; Redis; Replit; Ruby; Rust; SAP; Scala; Sentry;
Shopify; Sketch; SketchUp; Snowflake; SonicWall; Splunk; Squarespace; Sublime Text;
SUSE; Swift; Symantec; Symfony; TeamViewer; Tencent Hy; TensorFlow; Terraform;
Thunderbird; Trello; TRAE; Trend Micro; TypeScript; TYPO3; Ubuntu; Unity;
Unreal Engine; Unraid; Vagrant; Vercel; Vim; VirtualBox; VLC media player; VMware;
Webpack; WebStorm; Wine; WireGuard; Wix; WooCommerce; WordPress; Xcode; XAMPP; Yii;
Z.ai; Zapier; Zend; Zendesk; Zoho; SiYuan; TiDB; TickTick; EasyEDA; AdGuard;
AdBlock; Adblock Plus; Airtable; Alfred; Akamai; Avast; Avira; Basecamp; Bitwarden;
Brave; CCleaner; Citrix; ClickUp; Cloudinary; CoffeeScript; Coze; DBeaver;
Dynatrace; ElevenLabs; Emby; Envato; ESLint; ESRI; FileZilla; Fortinet; foobar2000;
GitKraken; GoLand; Haskell; Hexo; Homebrew; Hugo; Insomnia; Jellyfin; JFrog; Kodi;
KNIME; LastPass; Linear; LM Studio; Lua; macOS; Mercurial; Meilisearch; NestJS;
Next.js; Nextcloud; Nuxt; OBS Studio; OpenText; Palo Alto Networks; Perforce;
PhpStorm; Pixlr; Plex; Prezi; Proxmox; Puppet; QGIS; Rider; RubyMine; Semrush; Sass;
Scaleway; SQLAlchemy; Strapi; Stack Overflow; Streamlabs; Streamlit; Subversion;
Suno; Tailscale; Tailwind CSS; Tampermonkey; TeamCity; TeamSpeak; Todoist;
Twinmotion; Typst; UiPath; uTorrent; Veeam; Vivaldi; Windsurf; Winamp; Zorin;
ZeroTier
""".replace("\n", " ").strip().split("; "))

# standards, units, licences, public bodies, transport networks
NOT_ICONS = set("""
/e/; 42; AMP; ActivityPub; Awesome Lists; BEM; BIM; Beijing Subway; BSD; BVG; C; CE;
CNES; CSS; CSS Modules; Cairo Metro; China Railway; Contactless Payment;
Contributor Covenant; Conventional Commits; Creative Commons; DOI; DVC;
European Union; FCC; GPLv3; Guangzhou Metro; HTML5; iBeacon; IATA; INSPIRE; ISRO;
JPEG; JR Group; JSON; JSON Web Tokens; Jamstack; JavaScript;
Karlsruher Verkehrsverbund; MIDI; MQTT; MTA; Markdown; Metro de Madrid;
Metro de la Ciudad de México; Moscow Metro; Métro de Paris; NASA; NFC;
National Rail; Nederlandse Spoorwegen; Open Access; Open Badges;
Open Source Hardware; OpenAPI Initiative; Org; PWA; RSS; SEPA; SVG;
San Francisco Municipal Railway; SemVer; Semantic Web; Shanghai Metro;
Shenzhen Metro; São Paulo Metro; TGA; TOML; Tokyo Metro; Transport for Ireland;
Transport for London; UKCA; UML; USPS; Unicode; Unlicense; United Nations; WebAuthn;
World Health Organization; XML; XMPP; YAML; NDI; SPDX; glTF; Pix; JSS; EAC; HAL;
Bitcoin; The Algorithms; The Conversation; Server Fault
""".replace("\n", " ").strip().split("; "))

TLDS = spread("""
: agakhan bharti citadel crown erni fairwinds frogans goldpoint grainger hughes kred
    kuokgroup locus olayan olayan_group omega origins pohl praxi reliance ril rogers
    schmidt seek viking virgin wme woodside shaw ieee jprs mit monash latrobe
1,5: bms boehringer dupont emerck fresenius hisamitsu lilly lundbeck merckmsd msd
    otsuka pfizer sanofi stada teva lanxess linde abbott abbvie dabur jnj bostik
3: clinique lamer natura
3,14,18,25: chanel gucci hermes
4: aramco ipiranga shell total
7: gea komatsu sandvik sandvik_coromant walter weir rexroth schaeffler sew
7,9,11: abb aeg bosch hitachi panasonic philips samsung sharp toshiba
9: beats brother canon cisco dell epson ericsson flir fujitsu ifm juniper moto nec
    nikon nokia pioneer ricoh sony tdk xerox
9,28: playstation xbox
9,42: android apple aws azure bing chrome gmail godaddy google goog hotmail ibm
    intuit java kindle microsoft norton oracle ovh sap skype verisign neustar
    windows
9,38,42: aol baidu flickr gmx goo nexus sina sohu uol weibo yahoo yandex youtube gmo
    hangout
12: abarth airbus alfa_romeo alstom audi bentley bmw datsun ferrari fiat ford honda
    hyundai infiniti jaguar jeep kia lamborghini lancia land_rover lexus lincoln man
    maserati mini mitsubishi nissan seat suzuki tata_motors toyota tvs volkswagen
    volvo
12,17: bridgestone dunlop firestone goodyear
14: swatch tiffany
16,41: bloomberg guardian wolters_kluwer
19: weber
20,37: cuisinella
25,28: nike
25,35: athleta banana_republic calvin_klein gap lipsy mango next nextdirect old_navy
    zara redstone
28: lego mattel
29: fage
30: ferrero kinder rocher
33: barefoot gallo
35: amazon asda bauhaus bestbuy edeka george home_depot homegoods homesense leclerc
    lidl lotte macys marshalls obi sams_club schwarz staples taobao target tjmaxx
    tjx tkmaxx tmall walmart winners yodobashi zappos thd alibaba
35,36: accenture bcg deloitte gallup kpmg mckinsey pwc
36: aetna aig alipay allfinanz allstate ally american_express american_family amex
    amfam amica anz axa banamex barclaycard barclays bbt bbva bnp_paribas bofa
    bradesco capital_one cba cbre cfa chase citi citic comm_bank discover dvag
    farmers fidelity hdfc hdfc_bank hsbc icbc ikano itau jcb jll jp_morgan kfh
    lacaixa lasalle lefrak lpl lpl_financial maif mma nab nissay northwestern_mutual
    pictet pnc pramerica progressive pru prudential saxo sbi scb state_bank
    state_farm temasek tiaa travelers travelers_insurance trv ubank ubs vanguard vig
    visa red_umbrella
38: airtel comcast dish dtv etisalat fido frontier ftr hkt jio kddi kpn mtn ntt
    orange pccw sfr sling softbank stc stcgroup unicom viva vivo xfinity
38,41: abc audible arte bbc blockbuster cbn cbs cooking_channel eurovision
    food_network fox globo hbo hgtv imdb itv netflix nhk nico nowtv showtime sky
    travel_channel weather_channel ollo cityeats
39: auspost avianca delta dhl fedex mtr sncf ups extra_space kerry_logistics
36,43: kerry_properties
39,43: booking tui club_med
40: dnp
41: afl mlb nba nfl william_hill
43: cipriani firmdale genting hyatt kerry_hotels marriott shangri_la
""")
