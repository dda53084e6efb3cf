/* Written from general knowledge of the languages, checked by the tests. A word with ? is weak. */
#include "compare/words/numeral_words.h"

#include <string.h>

#include "base/hash.h"
#include "base/keyed.h"
#include "base/search.h"

typedef struct language { /* "word=value" or "word|word=value", normalised as tokens are */
    const char *adding, *times, *scales, *joints;
    bool is_joined, has_ones_first, has_ones_before_ten, counts_by_twenties;
} language;

static const language languages[] = {
    {.adding = /* English */
     "zero=0 one?=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 "
     "thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 "
     "forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
     .times = "hundred=100",
     .scales = "thousand=1000 million=1000000 billion=1000000000",
     .joints = "and"},
    {.adding = /* German */
     "null?=0 ein?|eins?|eine?|einen?|einem?|einer?|eines?=1 zwei|zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 "
     "acht=8 neun=9 zehn=10 elf?=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 "
     "achtzehn=18 neunzehn=19 zwanzig=20 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 "
     "neunzig=90",
     .times = "hundert=100",
     .scales = "tausend=1000 million|millionen=1000000 milliarde|milliarden=1000000000",
     .joints = "und",
     .is_joined = true,
     .has_ones_first = true},
    {.adding = /* Dutch */
     "nul?=0 een?|één?=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 "
     "veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 veertig=40 "
     "vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90",
     .times = "honderd=100",
     .scales = "duizend=1000 miljoen=1000000 miljard=1000000000",
     .joints = "en ën",
     .is_joined = true,
     .has_ones_first = true},
    {.adding = /* French */
     "zéro=0 un?|une?=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept?=7 huit=8 neuf?=9 dix=10 onze?=11 douze=12 treize=13 "
     "quatorze=14 quinze=15 seize=16 vingt|vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 "
     "septante=70 huitante|octante=80 nonante=90",
     .times = "cent?|cents?=100",
     .scales = "mille?=1000 million|millions=1000000 milliard|milliards=1000000000",
     .joints = "et",
     .counts_by_twenties = true},
    {.adding = /* Spanish */
     "cero=0 un?|uno?|una?=1 dos?=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once?=11 "
     "doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 "
     "veintiún|veintiuno|veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 "
     "veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 "
     "ochenta=80 noventa=90 cien|ciento?=100 doscientos|doscientas=200 trescientos|trescientas=300 "
     "cuatrocientos|cuatrocientas=400 quinientos|quinientas=500 seiscientos|seiscientas=600 "
     "setecientos|setecientas=700 ochocientos|ochocientas=800 novecientos|novecientas=900",
     .scales = "mil=1000 millón|millones=1000000",
     .joints = "y"},
    {.adding = /* Portuguese */
     "um?|uma?=1 dois|duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove?=9 dez=10 onze?=11 doze=12 "
     "treze=13 catorze|quatorze=14 quinze=15 dezesseis|dezasseis=16 dezessete|dezassete=17 dezoito=18 "
     "dezenove|dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 "
     "noventa=90 duzentos|duzentas=200 trezentos|trezentas=300 quatrocentos|quatrocentas=400 "
     "quinhentos|quinhentas=500 seiscentos|seiscentas=600 setecentos|setecentas=700 oitocentos|oitocentas=800 "
     "novecentos|novecentas=900 cem=100",
     .times = "cento?=100",
     .scales = "mil=1000 milhão|milhões=1000000",
     .joints = "e"},
    {.adding = /* Catalan */
     "un?|una?=1 dos?|dues=2 tres=3 quatre=4 cinc=5 sis=6 set?=7 vuit|huit=8 nou?=9 deu?=10 onze?=11 dotze=12 "
     "tretze=13 catorze=14 quinze=15 setze=16 disset=17 divuit=18 dinou=19 vint=20 trenta=30 quaranta=40 "
     "cinquanta=50 seixanta=60 setanta=70 vuitanta=80 noranta=90",
     .times = "cent?|cents?=100",
     .scales = "mil=1000 milió|milions=1000000",
     .joints = "i"},
    {.adding = /* Italian */
     "zero=0 un?|uno?|una?=1 due?=2 tre|tré=3 quattro=4 cinque=5 sei?=6 sette=7 otto?=8 nove?=9 dieci=10 undici=11 "
     "dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 "
     "venti=20 ventuno=21 ventotto=28 trenta=30 trentuno=31 trentotto=38 quaranta=40 quarantuno=41 "
     "quarantotto=48 cinquanta=50 cinquantuno=51 cinquantotto=58 sessanta=60 sessantuno=61 sessantotto=68 "
     "settanta=70 settantuno=71 settantotto=78 ottanta=80 ottantuno=81 ottantotto=88 novanta=90 novantuno=91 "
     "novantotto=98",
     .times = "cento?=100",
     .scales = "mille?|mila=1000 milione|milioni=1000000 miliardo|miliardi=1000000000",
     .joints = "e",
     .is_joined = true},
    {.adding = /* Romanian */
     "zero=0 un?|unu?|una?=1 doi|două=2 trei=3 patru=4 cinci=5 șase=6 șapte=7 opt?=8 nouă?=9 zece=10 "
     "unsprezece=11 doisprezece|douăsprezece=12 treisprezece=13 paisprezece=14 cincisprezece=15 șaisprezece=16 "
     "șaptesprezece=17 optsprezece=18 nouăsprezece=19 douăzeci=20 treizeci=30 patruzeci=40 cincizeci=50 "
     "șaizeci=60 șaptezeci=70 optzeci=80 nouăzeci=90",
     .times = "sută|sute=100",
     .scales = "mie|mii?=1000 milion|milioane=1000000 miliard|miliarde=1000000000",
     .joints = "și"},
    {.adding = /* Danish */
     "en?|et?|én?|ét?=1 to?=2 tre?=3 fire?=4 fem?=5 seks=6 syv=7 otte=8 ni?=9 ti?=10 elleve=11 tolv=12 "
     "tretten=13 fjorten=14 femten=15 seksten=16 sytten=17 atten=18 nitten=19 tyve=20 tredive=30 fyrre=40 "
     "halvtreds=50 halvfjerds=70 firs=80 halvfems=90",
     .times = "hundrede=100",
     .scales = "tusind|tusinde=1000 million|millioner=1000000 milliard|milliarder=1000000000",
     .joints = "og",
     .is_joined = true,
     .has_ones_first = true},
    {.adding = /* Norwegian */
     "en?|et?|én?|ett?=1 to?=2 tre?=3 fire?=4 fem?=5 seks=6 sju|syv=7 åtte=8 ni?=9 ti?=10 elleve=11 tolv=12 "
     "tretten=13 fjorten=14 femten=15 seksten=16 sytten=17 atten=18 nitten=19 tjue=20 tretti=30 førti=40 "
     "femti=50 seksti=60 sytti=70 åtti=80 nitti=90",
     .times = "hundre=100",
     .scales = "tusen=1000 million|millioner=1000000 milliard|milliarder=1000000000",
     .joints = "og",
     .is_joined = true},
    {.adding = /* Swedish */
     "noll=0 en?|ett?=1 två=2 tre?=3 fyra=4 fem?=5 sex?=6 sju=7 åtta=8 nio=9 tio=10 elva=11 tolv=12 tretton=13 "
     "fjorton=14 femton=15 sexton=16 sjutton=17 arton=18 nitton=19 tjugo=20 trettio=30 fyrtio=40 femtio=50 "
     "sextio=60 sjuttio=70 åttio=80 nittio=90",
     .times = "hundra=100",
     .scales = "tusen=1000 miljon|miljoner=1000000 miljard|miljarder=1000000000",
     .joints = "och",
     .is_joined = true},
    {.adding = /* Finnish */
     "nolla=0 yksi?|yhden?|yhtä?=1 kaksi|kahden|kahta=2 kolme|kolmen|kolmea=3 neljä|neljän|neljää=4 "
     "viisi|viiden|viittä=5 kuusi?|kuuden?|kuutta=6 seitsemän|seitsemää=7 kahdeksan|kahdeksaa=8 "
     "yhdeksän|yhdeksää=9 kymmenen=10 yksitoista=11 kaksitoista=12 kolmetoista=13 neljätoista=14 "
     "viisitoista=15 kuusitoista=16 seitsemäntoista=17 kahdeksantoista=18 yhdeksäntoista=19",
     .times = "kymmentä=10 sata|sataa=100",
     .scales = "tuhat|tuhatta=1000 miljoona|miljoonaa=1000000 miljardi|miljardia=1000000000",
     .is_joined = true},
    {.adding = /* Hungarian */
     "nulla?=0 egy?=1 kettő|két?=2 három=3 négy=4 öt=5 hat?=6 hét?=7 nyolc=8 kilenc=9 tíz|tizen=10 "
     "húsz|huszon=20 harminc=30 negyven=40 ötven=50 hatvan=60 hetven=70 nyolcvan=80 kilencven=90",
     .times = "száz=100",
     .scales = "ezer=1000 millió=1000000 milliárd=1000000000",
     .is_joined = true},
    {.adding = /* Turkish */
     "sıfır=0 bir?=1 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on?=10 yirmi=20 otuz=30 kırk=40 "
     "elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90",
     .times = "yüz?=100",
     .scales = "bin?=1000 milyon=1000000 milyar=1000000000"},
    {.adding = /* Polish */
     "zero=0 jeden?|jedna?|jedno?|jednego?|jednej?=1 dwa|dwie|dwaj|dwóch|dwoje|dwu=2 trzy|trzej|trzech=3 "
     "cztery|czterej|czterech=4 pięć|pięciu=5 sześć|sześciu=6 siedem|siedmiu=7 osiem|ośmiu=8 "
     "dziewięć|dziewięciu=9 dziesięć|dziesięciu=10 jedenaście|jedenastu=11 dwanaście|dwunastu=12 "
     "trzynaście|trzynastu=13 czternaście|czternastu=14 piętnaście|piętnastu=15 szesnaście|szesnastu=16 "
     "siedemnaście|siedemnastu=17 osiemnaście|osiemnastu=18 dziewiętnaście|dziewiętnastu=19 "
     "dwadzieścia|dwudziestu=20 trzydzieści|trzydziestu=30 czterdzieści|czterdziestu=40 "
     "pięćdziesiąt|pięćdziesięciu=50 sześćdziesiąt=60 siedemdziesiąt=70 osiemdziesiąt=80 dziewięćdziesiąt=90 "
     "sto?|stu?=100 dwieście|dwustu=200 trzysta|trzystu=300 czterysta|czterystu=400 pięćset|pięciuset=500 "
     "sześćset=600 siedemset=700 osiemset=800 dziewięćset=900",
     .scales = "tysiąc|tysiące|tysięcy=1000 milion|miliony|milionów=1000000 miliard|miliardy|miliardów=1000000000"},
    {.adding = /* Czech */
     "nula=0 jeden?|jedna?|jedno?=1 dva|dvě|dvou=2 tři|tří=3 čtyři|čtyř=4 pět|pěti=5 šest|šesti=6 sedm|sedmi=7 "
     "osm|osmi=8 devět|devíti=9 deset|deseti=10 jedenáct=11 dvanáct=12 třináct=13 čtrnáct=14 patnáct=15 "
     "šestnáct=16 sedmnáct=17 osmnáct=18 devatenáct=19 dvacet|dvaceti=20 třicet|třiceti=30 "
     "čtyřicet|čtyřiceti=40 padesát|padesáti=50 šedesát|šedesáti=60 sedmdesát=70 osmdesát=80 devadesát=90 "
     "sto?=100",
     .times = "stě|sta?=100",
     .scales = "tisíc|tisíce=1000 milion|miliony|milionů|milión=1000000 miliarda|miliardy|miliard=1000000000"},
    {.adding = /* Croatian and Serbian */
     "nula=0 jedan?|jedna?|jedno?=1 dva|dvije|dvoje|dve=2 tri?=3 četiri=4 pet?=5 šest=6 sedam=7 osam=8 devet=9 "
     "deset=10 jedanaest=11 dvanaest=12 trinaest=13 četrnaest=14 petnaest=15 šesnaest=16 sedamnaest=17 "
     "osamnaest=18 devetnaest=19 dvadeset=20 trideset=30 četrdeset=40 pedeset=50 šezdeset=60 sedamdeset=70 "
     "osamdeset=80 devedeset=90 sto?=100 dvjesto|dvesta=200 tristo|trista=300 četiristo|četristo=400 petsto=500 "
     "šeststo|šesto=600 sedamsto=700 osamsto=800 devetsto=900",
     .scales = "tisuća|tisuće|hiljada|hiljade=1000 milijun|milijuna|milion|miliona=1000000 "
               "milijarda|milijarde|milijardi=1000000000",
     .joints = "i"},
    {.adding = /* Bulgarian */
     "един?|една?|едно?=1 два|две|двама=2 три|трима=3 четири|четирима=4 пет|петима=5 шест|шестима=6 седем=7 "
     "осем=8 девет=9 десет=10 единадесет|единайсет=11 дванадесет|дванайсет=12 тринадесет|тринайсет=13 "
     "четиринадесет|четиринайсет=14 петнадесет|петнайсет=15 шестнадесет|шестнайсет=16 "
     "седемнадесет|седемнайсет=17 осемнадесет|осемнайсет=18 деветнадесет|деветнайсет=19 двадесет|двайсет=20 "
     "тридесет|трийсет=30 четиридесет|четирийсет=40 петдесет=50 шестдесет|шейсет=60 седемдесет=70 осемдесет=80 "
     "деветдесет=90 сто=100 двеста=200 триста=300 четиристотин=400 петстотин=500 шестстотин=600 "
     "седемстотин=700 осемстотин=800 деветстотин=900",
     .scales = "хиляда|хиляди=1000 милион|милиона|милиони=1000000 милиард|милиарда|милиарди=1000000000",
     .joints = "и"},
    {.adding = /* Russian */
     "ноль=0 один?|одна?|одно?|одного?|одной?=1 два|две|двух|двум|двумя|двое=2 "
     "три|трёх|трех|трём|трем|тремя|трое=3 четыре|четырёх|четырех|четырем|четверо=4 пять|пяти|пятью|пятеро=5 "
     "шесть|шести|шестью=6 семь|семи|семью?=7 восемь|восьми=8 девять|девяти=9 десять|десяти=10 "
     "одиннадцать|одиннадцати=11 двенадцать|двенадцати=12 тринадцать|тринадцати=13 "
     "четырнадцать|четырнадцати=14 пятнадцать|пятнадцати=15 шестнадцать|шестнадцати=16 "
     "семнадцать|семнадцати=17 восемнадцать|восемнадцати=18 девятнадцать|девятнадцати=19 двадцать|двадцати=20 "
     "тридцать|тридцати=30 сорок|сорока=40 пятьдесят|пятидесяти=50 шестьдесят|шестидесяти=60 "
     "семьдесят|семидесяти=70 восемьдесят|восьмидесяти=80 девяносто=90 сто|ста?=100 двести|двухсот=200 "
     "триста|трёхсот|трехсот=300 четыреста|четырёхсот=400 пятьсот|пятисот=500 шестьсот=600 семьсот=700 "
     "восемьсот=800 девятьсот=900",
     .scales = "тысяча|тысячи|тысяч|тысячу=1000 миллион|миллиона|миллионов=1000000 "
               "миллиард|миллиарда|миллиардов=1000000000"},
    {.adding = /* Ukrainian */
     "нуль=0 один?|одна?|одне?|одного?|однієї?=1 два|дві|двох|двом|двома|двоє=2 три|трьох|трьом|троє=3 "
     "чотири|чотирьох|четверо=4 п'ять|п'яти|п'ятьох=5 шість|шести|шістьох=6 сім|семи|сімох=7 вісім|восьми=8 "
     "дев'ять|дев'яти=9 десять|десяти=10 одинадцять|одинадцяти=11 дванадцять|дванадцяти=12 тринадцять=13 "
     "чотирнадцять=14 п'ятнадцять=15 шістнадцять=16 сімнадцять=17 вісімнадцять=18 дев'ятнадцять=19 "
     "двадцять|двадцяти=20 тридцять|тридцяти=30 сорок|сорока=40 п'ятдесят=50 шістдесят=60 сімдесят=70 "
     "вісімдесят=80 дев'яносто=90 сто|ста?=100 двісті=200 триста=300 чотириста=400 п'ятсот=500 шістсот=600 "
     "сімсот=700 вісімсот=800 дев'ятсот=900",
     .scales = "тисяча|тисячі|тисяч|тисячу=1000 мільйон|мільйони|мільйонів|мільйона=1000000 "
               "мільярд|мільярди|мільярдів|мільярда=1000000000"},
    {.adding = /* Greek */
     "μηδέν=0 ένα?|ένασ?|μία?|μια?=1 δύο|δυο=2 τρία|τρεισ|τριών=3 τέσσερα|τέσσερισ|τεσσάρων=4 πέντε=5 έξι=6 "
     "επτά|εφτά=7 οκτώ|οχτώ=8 εννέα|εννιά=9 δέκα=10 έντεκα=11 δώδεκα=12 δεκατρία|δεκατρείσ=13 "
     "δεκατέσσερα|δεκατέσσερισ=14 δεκαπέντε=15 δεκαέξι=16 δεκαεπτά|δεκαεφτά=17 δεκαοκτώ|δεκαοχτώ=18 "
     "δεκαεννέα|δεκαεννιά=19 είκοσι=20 τριάντα=30 σαράντα=40 πενήντα=50 εξήντα=60 εβδομήντα=70 ογδόντα=80 "
     "ενενήντα=90 εκατό|εκατόν=100 διακόσια|διακόσιοι|διακόσιεσ=200 τριακόσια|τριακόσιοι|τριακόσιεσ=300 "
     "τετρακόσια|τετρακόσιοι=400 πεντακόσια|πεντακόσιοι=500 εξακόσια|εξακόσιοι=600 επτακόσια|επτακόσιοι=700 "
     "οκτακόσια|οκτακόσιοι=800 εννιακόσια|εννιακόσιοι=900",
     .scales = "χίλια|χίλιοι|χίλιεσ|χιλιάδεσ=1000 εκατομμύριο|εκατομμύρια=1000000 "
               "δισεκατομμύριο|δισεκατομμύρια=1000000000",
     .joints = "και"},
    {.adding = /* Arabic */
     "صفر?=0 واحد?|واحدة?|أحد?|إحدى=1 اثنان|اثنا|اثني|اثنتا|اثنين|اثنتان|اثنتين=2 ثلاثة|ثلاث=3 أربعة|أربع=4 خمسة|خمس=5 "
     "ستة|ست?=6 "
     "سبعة|سبع=7 ثمانية|ثماني|ثمان=8 تسعة|تسع=9 عشرة|عشر=10 عشرون|عشرين=20 ثلاثون|ثلاثين=30 أربعون|أربعين=40 "
     "خمسون|خمسين=50 ستون|ستين=60 سبعون|سبعين=70 ثمانون|ثمانين=80 تسعون|تسعين=90 مئة|مائة=100 "
     "مئتان|مئتين|مائتان|مائتين=200 ثلاثمئة|ثلاثمائة=300 أربعمئة|أربعمائة=400 خمسمئة|خمسمائة=500 "
     "ستمئة|ستمائة=600 سبعمئة|سبعمائة=700 ثمانمئة|ثمانمائة=800 تسعمئة|تسعمائة=900",
     .scales = "ألف|آلاف|ألفا=1000 مليون|ملايين|مليونا=1000000 مليار|مليارات=1000000000",
     .joints = "و",
     .is_joined = true,
     .has_ones_first = true,
     .has_ones_before_ten = true},
    {.adding = /* Persian */
     "یک?=1 دو?=2 سه=3 چهار=4 پنج=5 شش=6 هفت=7 هشت=8 نه?=9 ده?=10 یازده=11 دوازده=12 سیزده=13 چهارده=14 "
     "پانزده=15 شانزده=16 هفده=17 هجده|هیجده=18 نوزده=19 بیست=20 سی?=30 چهل=40 پنجاه=50 شصت=60 هفتاد=70 "
     "هشتاد=80 نود=90 صد=100 دویست=200 سیصد=300 چهارصد=400 پانصد=500 ششصد=600 هفتصد=700 هشتصد=800 نهصد=900",
     .scales = "هزار=1000 میلیون=1000000 میلیارد=1000000000",
     .joints = "و"},
    {.adding = /* Hebrew */
     "אפס=0 אחד?|אחת?=1 שניים|שני?|שתיים|שתי?|שנים|שתים=2 שלושה|שלוש=3 ארבעה|ארבע=4 חמישה|חמש=5 שישה|שש=6 שבעה|שבע=7 "
     "שמונה=8 תשעה|תשע=9 עשרה|עשר=10 עשרים=20 שלושים=30 ארבעים=40 חמישים=50 שישים=60 שבעים=70 שמונים=80 "
     "תשעים=90 מאה=100 מאתיים=200",
     .times = "מאות=100",
     .scales = "אלף|אלפים=1000 מיליון=1000000 מיליארד=1000000000",
     .joints = "ו",
     .is_joined = true,
     .has_ones_before_ten = true},
    {.adding = /* Hindi */
     "शून्य=0 एक?=1 दो?=2 तीन=3 चार=4 पांच|पाँच=5 छह|छः|छ=6 सात=7 आठ=8 नौ=9 दस=10 ग्यारह=11 बारह=12 तेरह=13 "
     "चौदह=14 पंद्रह|पन्द्रह=15 सोलह=16 सत्रह=17 अठारह=18 उन्नीस=19 बीस=20 पच्चीस=25 तीस=30 चालीस=40 पचास=50 "
     "साठ=60 सत्तर=70 अस्सी=80 नब्बे=90",
     .times = "सौ=100",
     .scales = "हजार|हज़ार=1000 लाख=100000 करोड़=10000000"},
    {.adding = /* Indonesian and Malay */
     "nol=0 satu?=1 dua=2 tiga=3 empat=4 lima?=5 enam=6 tujuh=7 delapan=8 sembilan=9 sepuluh=10 belas?=10 sebelas=11",
     .times = "puluh=10 ratus|seratus=100",
     .scales = "ribu|seribu=1000 juta=1000000 miliar=1000000000",
     .has_ones_before_ten = true},
    {.adding = /* Vietnamese */
     "không?=0 một?|mốt?=1 hai?=2 ba?=3 bốn=4 tư?=4 năm?|lăm=5 sáu=6 bảy=7 tám=8 chín=9 mười=10",
     .times = "mươi=10 trăm=100",
     .scales = "nghìn|ngàn=1000 triệu=1000000 tỷ|tỉ=1000000000",
     .joints = "linh lẻ"},
    {.adding = /* ideographs */
     "〇|零=0 一=1 二|两|兩=2 三=3 四=4 五=5 六=6 七=7 八=8 九=9",
     .times = "十=10 百=100 千=1000",
     .scales = "万|萬=10000 亿|億=100000000"},
};

enum { LANGUAGES = sizeof languages / sizeof *languages, KNOWN_BITS = 1 << 14, BEGIN_BITS = 1 << 12 };

struct twt_numeral_words {
    twt_keyed_list order; /* hash, position in words */
    TWT_VEC(twt_numeral_word) words;
    twt_u64s hashes; /* ascending */
    twt_numeral_traits traits;
    uint64_t known[KNOWN_BITS / 64];  /* by hash: most other words end here */
    uint64_t begins[BEGIN_BITS / 64]; /* by the first two bytes, of languages that join */
};

static void set_bit(uint64_t *bits, uint64_t at)
{
    bits[at / 64] |= UINT64_C(1) << at % 64;
}

static bool has_bit(const uint64_t *bits, uint64_t at)
{
    return bits[at / 64] >> at % 64 & 1;
}

static uint64_t begin_of(const char *bytes)
{
    return ((unsigned char)bytes[0] * 31u + (unsigned char)bytes[1]) % BEGIN_BITS;
}

/* ---- reading the table ------------------------------------------------------------------------------------ */

typedef struct reading {
    twt_numeral_words *to;
    uint32_t language;
    bool is_joined;
} reading;

static bool add_word(const reading *of, const char *bytes, size_t len, twt_numeral_word word)
{
    twt_numeral_words *to = of->to;
    *(word.does == TWT_NUMERAL_JOINS ? &word.joins : &word.languages) = of->language;
    if (of->is_joined && len >= 2)
        set_bit(to->begins, begin_of(bytes));
    twt_keyed item = {twt_hash_bytes(bytes, len), to->words.count};
    return twt_vec_push(&to->words, word) && twt_vec_push(&to->order, item);
}

/* The forms of one numeral: een?|één?=1. */
static bool add_forms(const reading *of, const char *begin, const char *end, twt_numeral_word word)
{
    const char *value = memchr(begin, '=', (size_t)(end - begin)), *forms_end = value ? value : end;
    for (const char *digit = value ? value + 1 : end; digit < end; digit++)
        word.value = word.value * 10 + (uint64_t)(*digit - '0');
    for (const char *form = begin; form < forms_end; form++) {
        const char *bar = memchr(form, '|', (size_t)(forms_end - form)), *form_end = bar ? bar : forms_end;
        word.is_weak = form_end[-1] == '?';
        if (!add_word(of, form, (size_t)(form_end - form) - word.is_weak, word))
            return false;
        form = form_end;
    }
    return true;
}

static bool add_list(const reading *of, const char *list, unsigned does)
{
    for (const char *at = list; at != NULL && *at != '\0';) {
        const char *end = at + strcspn(at, " ");
        if (!add_forms(of, at, end, (twt_numeral_word){.does = (uint8_t)does}))
            return false;
        at = *end == ' ' ? end + 1 : end;
    }
    return true;
}

static bool add_language(twt_numeral_words *to, const language *from, uint32_t bit)
{
    reading of = {to, bit, from->is_joined};
    to->traits.joined |= from->is_joined ? bit : 0;
    to->traits.ones_first |= from->has_ones_first ? bit : 0;
    to->traits.ones_before_ten |= from->has_ones_before_ten ? bit : 0;
    to->traits.by_twenties |= from->counts_by_twenties ? bit : 0;
    return add_list(&of, from->adding, TWT_NUMERAL_ADDS) && add_list(&of, from->times, TWT_NUMERAL_TIMES) &&
           add_list(&of, from->scales, TWT_NUMERAL_SCALES) && add_list(&of, from->joints, TWT_NUMERAL_JOINS);
}

/* ---- the words of all languages --------------------------------------------------------------------------- */

/* What a word is in another language, too. */
static void merge(twt_numeral_word *into, const twt_numeral_word *from)
{
    if (into->languages == 0 && from->languages != 0) {
        into->does = from->does;
        into->value = from->value;
    }
    into->languages |= from->languages;
    into->joins |= from->joins;
    into->is_weak |= from->is_weak;
}

/* Brings the words into the order of their hashes, each once. */
static bool order_words(twt_numeral_words *of)
{
    size_t count = of->words.count;
    if (!twt_keyed_list_sort(&of->order) || !twt_vec_reserve(&of->words, count) || !twt_vec_reserve(&of->hashes, count))
        return false;
    twt_numeral_word *sorted = of->words.data + count;
    for (size_t i = 0; i < of->order.count; i++) {
        uint64_t hash = of->order.data[i].key;
        const twt_numeral_word *word = &of->words.data[of->order.data[i].value];
        if (of->hashes.count > 0 && of->hashes.data[of->hashes.count - 1] == hash) {
            merge(&sorted[of->hashes.count - 1], word);
            continue;
        }
        sorted[of->hashes.count] = *word;
        of->hashes.data[of->hashes.count++] = hash;
        set_bit(of->known, hash % KNOWN_BITS);
    }
    memmove(of->words.data, sorted, of->hashes.count * sizeof *sorted);
    of->words.count = of->hashes.count;
    return true;
}

twt_status twt_numeral_words_new(twt_numeral_words **out)
{
    twt_numeral_words *words = *out = twt_alloc_zeroed(1, sizeof *words);
    bool is_done = words != NULL;
    for (size_t i = 0; is_done && i < LANGUAGES; i++)
        is_done = add_language(words, &languages[i], UINT32_C(1) << i);
    if (is_done && order_words(words))
        return TWT_OK;
    twt_numeral_words_free(words);
    *out = NULL;
    return TWT_ERROR_MEMORY;
}

void twt_numeral_words_free(twt_numeral_words *words)
{
    if (words == NULL)
        return;
    twt_vec_free(&words->order);
    twt_vec_free(&words->words);
    twt_vec_free(&words->hashes);
    twt_free(words);
}

const twt_numeral_word *twt_numeral_words_find(const twt_numeral_words *words, uint64_t hash)
{
    if (!has_bit(words->known, hash % KNOWN_BITS))
        return NULL;
    size_t at = twt_search(words->hashes.data, 0, words->hashes.count, hash);
    return at < words->hashes.count && words->hashes.data[at] == hash ? &words->words.data[at] : NULL;
}

bool twt_numeral_words_may_begin(const twt_numeral_words *words, const char *bytes)
{
    return has_bit(words->begins, begin_of(bytes));
}

twt_numeral_traits twt_numeral_words_traits(const twt_numeral_words *words)
{
    return words->traits;
}
