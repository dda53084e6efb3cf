/* Written from general knowledge of the languages, checked by the tests. */
#include "compare/words/numeral_languages.h"

const twt_numeral_language twt_numeral_languages[TWT_NUMERAL_LANGUAGES] = {
    {.adding = /* English */
     "zero=0 one?=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 "
     "thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 "
     "forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
     .times = "hundred=100",
     .scales = "thousand=1000 million=1000000 billion=1000000000",
     .joints = "and",
     .ordinals = "first?=1 second?=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 "
                 "twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 "
                 "nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 hundredth=100",
     .weekdays = "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7",
     .months = "january=1 february=2 march?=3 april=4 may?=5 june=6 july=7 august=8 september=9 october=10 "
               "november=11 december=12"},
    {.adding = /* German */
     "null?=0 ein?|eins?|eine?|einen?|einem?|einer?|eines?=1 zwei|zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 "
     "acht=8 neun=9 zehn=10 elf?=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 "
     "achtzehn=18 neunzehn=19 zwanzig=20 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 "
     "neunzig=90",
     .times = "hundert=100",
     .scales = "tausend=1000 million|millionen=1000000 milliarde|milliarden=1000000000",
     .joints = "und",
     .is_joined = true,
     .has_ones_first = true,
     .ordinals = "erst?=1 zweit?=2 dritt=3 viert=4 fünft=5 sechst=6 siebt|siebent=7 acht=8 neunt=9 zehnt=10 elft=11 "
                 "zwölft=12 dreizehnt=13 vierzehnt=14 fünfzehnt=15 sechzehnt=16 siebzehnt=17 achtzehnt=18 "
                 "neunzehnt=19 zwanzigst=20 dreissigst=30 vierzigst=40 fünfzigst=50 sechzigst=60 siebzigst=70 "
                 "achtzigst=80 neunzigst=90 hundertst=100",
     .endings = "e en er es em",
     .weekdays = "montag|montags=1 dienstag|dienstags=2 mittwoch|mittwochs=3 donnerstag|donnerstags=4 "
                 "freitag|freitags=5 samstag|sonnabend|samstags=6 sonntag|sonntags=7",
     .months = "januar|jänner=1 februar=2 märz=3 april=4 mai=5 juni=6 juli=7 august=8 september=9 oktober=10 "
               "november=11 dezember=12"},
    {.adding = /* Dutch */
     "nul?=0 een?|één?=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 "
     "veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 veertig=40 "
     "vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90",
     .times = "honderd=100",
     .scales = "duizend=1000 miljoen=1000000 miljard=1000000000",
     .joints = "en ën",
     .is_joined = true,
     .has_ones_first = true,
     .ordinals = "eerste?=1 tweede?=2 derde=3 vierde=4 vijfde=5 zesde=6 zevende=7 achtste=8 negende=9 tiende=10 "
                 "elfde=11 twaalfde=12",
     .weekdays = "maandag=1 dinsdag=2 woensdag=3 donderdag=4 vrijdag=5 zaterdag=6 zondag=7",
     .months = "januari=1 februari=2 maart=3 april=4 mei=5 juni=6 juli=7 augustus=8 september=9 oktober=10 "
               "november=11 december=12"},
    {.adding = /* French */
     "zéro=0 un?|une?=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept?=7 huit=8 neuf?=9 dix=10 onze?=11 douze=12 treize=13 "
     "quatorze=14 quinze=15 seize=16 vingt|vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 "
     "septante=70 huitante|octante=80 nonante=90",
     .times = "cent?|cents?=100",
     .scales = "mille?=1000 million|millions=1000000 milliard|milliards=1000000000",
     .joints = "et",
     .counts_by_twenties = true,
     .ordinals = "premier?|première?|premiers?|premières?=1 deuxième|deuxièmes|second?|seconde?=2 "
                 "troisième|troisièmes=3 quatrième|quatrièmes=4 cinquième|cinquièmes=5 sixième=6 septième=7 "
                 "huitième=8 neuvième=9 dixième=10 onzième=11 douzième=12",
     .weekdays = "lundi=1 mardi=2 mercredi=3 jeudi=4 vendredi=5 samedi=6 dimanche=7",
     .months = "janvier=1 février=2 mars=3 avril=4 mai=5 juin=6 juillet=7 août=8 septembre=9 octobre=10 novembre=11 "
               "décembre=12"},
    {.adding = /* Spanish */
     "cero=0 un?|uno?|una?=1 dos?=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once?=11 "
     "doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 "
     "veintiún|veintiuno|veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 "
     "veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 "
     "ochenta=80 noventa=90 cien|ciento?=100 doscientos|doscientas=200 trescientos|trescientas=300 "
     "cuatrocientos|cuatrocientas=400 quinientos|quinientas=500 seiscientos|seiscientas=600 "
     "setecientos|setecientas=700 ochocientos|ochocientas=800 novecientos|novecientas=900",
     .scales = "mil=1000 millón|millones=1000000",
     .joints = "y",
     .ordinals = "primer?|primero?|primera?|primeros?|primeras?=1 segundo?|segunda?=2 tercer|tercero|tercera=3 "
                 "cuarto?|cuarta=4 quinto|quinta=5 sexto|sexta=6 séptimo|séptima=7 octavo|octava=8 noveno|novena=9 "
                 "décimo|décima=10",
     .weekdays = "lunes=1 martes=2 miércoles=3 jueves=4 viernes=5 sábado=6 domingo=7",
     .months = "enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre|setiembre=9 octubre=10 "
               "noviembre=11 diciembre=12"},
    {.adding = /* Portuguese */
     "um?|uma?=1 dois|duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove?=9 dez=10 onze?=11 doze=12 "
     "treze=13 catorze|quatorze=14 quinze=15 dezesseis|dezasseis=16 dezessete|dezassete=17 dezoito=18 "
     "dezenove|dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 "
     "noventa=90 duzentos|duzentas=200 trezentos|trezentas=300 quatrocentos|quatrocentas=400 "
     "quinhentos|quinhentas=500 seiscentos|seiscentas=600 setecentos|setecentas=700 oitocentos|oitocentas=800 "
     "novecentos|novecentas=900 cem=100",
     .times = "cento?=100",
     .scales = "mil=1000 milhão|milhões=1000000",
     .joints = "e",
     .ordinals = "primeiro?|primeira?|primeiros?|primeiras?=1 segundo?|segunda?=2 terceiro|terceira|terça=3 "
                 "quarto?|quarta=4 quinto|quinta=5 sexto|sexta=6 sétimo|sétima=7 oitavo|oitava=8 nono|nona=9 "
                 "décimo|décima=10",
     .months = "janeiro=1 fevereiro=2 março=3 abril=4 maio=5 junho=6 julho=7 agosto=8 setembro=9 outubro=10 "
               "novembro=11 dezembro=12"},
    {.adding = /* Catalan */
     "un?|una?=1 dos?|dues=2 tres=3 quatre=4 cinc=5 sis=6 set?=7 vuit|huit=8 nou?=9 deu?=10 onze?=11 dotze=12 "
     "tretze=13 catorze=14 quinze=15 setze=16 disset=17 divuit=18 dinou=19 vint=20 trenta=30 quaranta=40 "
     "cinquanta=50 seixanta=60 setanta=70 vuitanta=80 noranta=90",
     .times = "cent?|cents?=100",
     .scales = "mil=1000 milió|milions=1000000",
     .joints = "i",
     .ordinals = "primer?|primera?|primers?|primeres?=1 segon?|segona?=2 tercer|tercera=3 quart?|quarta=4 "
                 "cinquè|cinquena=5 sisè|sisena=6 setè|setena=7 vuitè|vuitena=8",
     .weekdays = "dilluns=1 dimarts=2 dimecres=3 dijous=4 divendres=5 dissabte=6 diumenge=7",
     .months = "gener=1 febrer=2 març=3 abril=4 maig=5 juny=6 juliol=7 agost=8 setembre=9 octubre=10 novembre=11 "
               "desembre=12"},
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
     .is_joined = true,
     .ordinals = "primo?|prima?|primi?|prime?=1 secondo?|seconda?=2 terzo|terza=3 quarto|quarta=4 quinto|quinta=5 "
                 "sesto|sesta=6 settimo|settima=7 ottavo|ottava=8 nono|nona=9 decimo|decima=10",
     .weekdays = "lunedì=1 martedì=2 mercoledì=3 giovedì=4 venerdì=5 sabato=6 domenica=7",
     .months = "gennaio=1 febbraio=2 marzo=3 aprile=4 maggio=5 giugno=6 luglio=7 agosto=8 settembre=9 ottobre=10 "
               "novembre=11 dicembre=12"},
    {.adding = /* Romanian */
     "zero=0 un?|unu?|una?=1 doi|două=2 trei=3 patru=4 cinci=5 șase=6 șapte=7 opt?=8 nouă?=9 zece=10 "
     "unsprezece=11 doisprezece|douăsprezece=12 treisprezece=13 paisprezece=14 cincisprezece=15 șaisprezece=16 "
     "șaptesprezece=17 optsprezece=18 nouăsprezece=19 douăzeci=20 treizeci=30 patruzeci=40 cincizeci=50 "
     "șaizeci=60 șaptezeci=70 optzeci=80 nouăzeci=90",
     .times = "sută|sute=100",
     .scales = "mie|mii?=1000 milion|milioane=1000000 miliard|miliarde=1000000000",
     .joints = "și",
     .ordinals = "primul?|prima?=1",
     .weekdays = "luni?=1 marți=2 miercuri=3 joi=4 vineri=5 sâmbătă=6 duminică=7",
     .months = "ianuarie=1 februarie=2 martie=3 aprilie=4 mai?=5 iunie=6 iulie=7 august=8 septembrie=9 octombrie=10 "
               "noiembrie=11 decembrie=12"},
    {.adding = /* Danish */
     "en?|et?|én?|ét?=1 to?=2 tre?=3 fire?=4 fem?=5 seks=6 syv=7 otte=8 ni?=9 ti?=10 elleve=11 tolv=12 "
     "tretten=13 fjorten=14 femten=15 seksten=16 sytten=17 atten=18 nitten=19 tyve=20 tredive=30 fyrre=40 "
     "halvtreds=50 halvfjerds=70 firs=80 halvfems=90",
     .times = "hundrede=100",
     .scales = "tusind|tusinde=1000 million|millioner=1000000 milliard|milliarder=1000000000",
     .joints = "og",
     .is_joined = true,
     .has_ones_first = true,
     .ordinals = "første?=1 anden?|andet?=2 tredje=3 fjerde=4 femte=5 sjette=6 syvende=7 ottende=8 niende=9 tiende=10",
     .weekdays = "mandag|mandagen=1 tirsdag=2 onsdag=3 torsdag=4 fredag=5 lørdag=6 søndag=7",
     .months = "januar=1 februar=2 marts=3 april=4 maj=5 juni=6 juli=7 august=8 september=9 oktober=10 november=11 "
               "december=12"},
    {.adding = /* Norwegian */
     "en?|et?|én?|ett?=1 to?=2 tre?=3 fire?=4 fem?=5 seks=6 sju|syv=7 åtte=8 ni?=9 ti?=10 elleve=11 tolv=12 "
     "tretten=13 fjorten=14 femten=15 seksten=16 sytten=17 atten=18 nitten=19 tjue=20 tretti=30 førti=40 "
     "femti=50 seksti=60 sytti=70 åtti=80 nitti=90",
     .times = "hundre=100",
     .scales = "tusen=1000 million|millioner=1000000 milliard|milliarder=1000000000",
     .joints = "og",
     .is_joined = true,
     .ordinals = "første?=1 andre?=2 tredje=3 fjerde=4 femte=5 sjette=6 sjuende|syvende=7 åttende=8 niende=9 "
                 "tiende=10",
     .weekdays = "mandag=1 tirsdag=2 onsdag=3 torsdag=4 fredag=5 lørdag=6 søndag=7",
     .months = "januar=1 februar=2 mars=3 april=4 mai=5 juni=6 juli=7 august=8 september=9 oktober=10 november=11 "
               "desember=12"},
    {.adding = /* Swedish */
     "noll=0 en?|ett?=1 två=2 tre?=3 fyra=4 fem?=5 sex?=6 sju=7 åtta=8 nio=9 tio=10 elva=11 tolv=12 tretton=13 "
     "fjorton=14 femton=15 sexton=16 sjutton=17 arton=18 nitton=19 tjugo=20 trettio=30 fyrtio=40 femtio=50 "
     "sextio=60 sjuttio=70 åttio=80 nittio=90",
     .times = "hundra=100",
     .scales = "tusen=1000 miljon|miljoner=1000000 miljard|miljarder=1000000000",
     .joints = "och",
     .is_joined = true,
     .ordinals = "första?|förste?=1 andra?|andre?=2 tredje=3 fjärde=4 femte=5 sjätte=6 sjunde=7 åttonde=8 nionde=9 "
                 "tionde=10",
     .weekdays = "måndag|måndagen|måndagens=1 tisdag|tisdagen=2 onsdag|onsdagen=3 torsdag|torsdagen=4 "
                 "fredag|fredagen=5 lördag|lördagen=6 söndag|söndagen=7",
     .months = "januari=1 februari=2 mars=3 april=4 maj=5 juni=6 juli=7 augusti=8 september=9 oktober=10 november=11 "
               "december=12"},
    {.adding = /* Finnish */
     "nolla=0 yksi?|yhden?|yhtä?=1 kaksi|kahden|kahta=2 kolme|kolmen|kolmea=3 neljä|neljän|neljää=4 "
     "viisi|viiden|viittä=5 kuusi?|kuuden?|kuutta=6 seitsemän|seitsemää=7 kahdeksan|kahdeksaa=8 "
     "yhdeksän|yhdeksää=9 kymmenen=10 yksitoista=11 kaksitoista=12 kolmetoista=13 neljätoista=14 "
     "viisitoista=15 kuusitoista=16 seitsemäntoista=17 kahdeksantoista=18 yhdeksäntoista=19",
     .times = "kymmentä=10 sata|sataa=100",
     .scales = "tuhat|tuhatta=1000 miljoona|miljoonaa=1000000 miljardi|miljardia=1000000000",
     .is_joined = true,
     .ordinals = "ensimmäinen?|ensimmäisen?|ensimmäisessä?=1 toinen?|toisen?|toisessa?=2 "
                 "kolmas|kolmannen|kolmannessa=3 neljäs|neljännen|neljännessä=4 viides|viidennen=5 kuudes|kuudennen=6",
     .weekdays = "maanantai|maanantaina=1 tiistai|tiistaina=2 keskiviikko|keskiviikkona=3 torstai|torstaina=4 "
                 "perjantai|perjantaina=5 lauantai|lauantaina=6 sunnuntai|sunnuntaina=7",
     .months = "tammikuu|tammikuun|tammikuuta|tammikuussa=1 helmikuu|helmikuun|helmikuuta|helmikuussa=2 "
               "maaliskuu|maaliskuun|maaliskuuta|maaliskuussa=3 huhtikuu|huhtikuun|huhtikuuta|huhtikuussa=4 "
               "toukokuu|toukokuun|toukokuuta|toukokuussa=5 kesäkuu|kesäkuun|kesäkuuta|kesäkuussa=6 "
               "heinäkuu|heinäkuun|heinäkuuta|heinäkuussa=7 elokuu|elokuun|elokuuta|elokuussa=8 "
               "syyskuu|syyskuun|syyskuuta|syyskuussa=9 lokakuu|lokakuun|lokakuuta|lokakuussa=10 "
               "marraskuu|marraskuun|marraskuuta|marraskuussa=11 joulukuu|joulukuun|joulukuuta|joulukuussa=12"},
    {.adding = /* Hungarian */
     "nulla?=0 egy?=1 kettő|két?=2 három=3 négy=4 öt=5 hat?=6 hét?=7 nyolc=8 kilenc=9 tíz|tizen=10 "
     "húsz|huszon=20 harminc=30 negyven=40 ötven=50 hatvan=60 hetven=70 nyolcvan=80 kilencven=90",
     .times = "száz=100",
     .scales = "ezer=1000 millió=1000000 milliárd=1000000000",
     .is_joined = true,
     .ordinals = "első?=1 második?=2 harmadik=3 negyedik=4 ötödik=5 hatodik=6 hetedik=7 nyolcadik=8",
     .weekdays = "hétfő|hétfőn=1 kedd|kedden=2 szerda|szerdán=3 csütörtök|csütörtökön=4 péntek|pénteken=5 "
                 "szombat|szombaton=6 vasárnap=7",
     .months = "január|januári|januárban=1 február|februári|februárban=2 március|márciusi|márciusban=3 "
               "április|áprilisi|áprilisban=4 május|májusi|májusban=5 június|júniusi|júniusban=6 "
               "július|júliusi|júliusban=7 augusztus|augusztusi|augusztusban=8 szeptember|szeptemberi|szeptemberben=9 "
               "október|októberi|októberben=10 november|novemberi|novemberben=11 december|decemberi|decemberben=12"},
    {.adding = /* Turkish */
     "sıfır=0 bir?=1 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on?=10 yirmi=20 otuz=30 kırk=40 "
     "elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90",
     .times = "yüz?=100",
     .scales = "bin?=1000 milyon=1000000 milyar=1000000000",
     .ordinals = "birinci?=1 ikinci?=2 üçüncü=3 dördüncü=4 beşinci=5 altıncı=6 yedinci=7 sekizinci=8",
     .weekdays = "pazartesi=1 salı=2 çarşamba=3 perşembe=4 cuma=5 cumartesi=6 pazar?=7",
     .months = "ocak?=1 şubat=2 mart=3 nisan=4 mayıs=5 haziran=6 temmuz=7 ağustos=8 eylül=9 ekim?=10 kasım=11 "
               "aralık?=12"},
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
     .scales = "tysiąc|tysiące|tysięcy=1000 milion|miliony|milionów=1000000 miliard|miliardy|miliardów=1000000000",
     .ordinals = "pierwsz?=1 drug?=2 czwart=4 piąt=5 szóst=6 siódm=7 ósm=8 dziewiąt=9 dziesiąt=10",
     .endings = "y a e ego ej emu ym ą i iego iej im",
     .weekdays = "poniedziałek=1 wtorek=2 środa|środę=3 czwartek=4 piątek=5 sobota|sobotę=6 niedziela|niedzielę=7",
     .months = "styczeń|stycznia|styczniu=1 luty|lutego|lutym=2 marzec|marca|marcu=3 kwiecień|kwietnia|kwietniu=4 "
               "maj|maja|maju=5 czerwiec|czerwca|czerwcu=6 lipiec|lipca|lipcu=7 sierpień|sierpnia|sierpniu=8 "
               "wrzesień|września|wrześniu=9 październik|października|październiku=10 "
               "listopad|listopada|listopadzie=11 grudzień|grudnia|grudniu=12"},
    {.adding = /* Czech */
     "nula=0 jeden?|jedna?|jedno?=1 dva|dvě|dvou=2 tři|tří=3 čtyři|čtyř=4 pět|pěti=5 šest|šesti=6 sedm|sedmi=7 "
     "osm|osmi=8 devět|devíti=9 deset|deseti=10 jedenáct=11 dvanáct=12 třináct=13 čtrnáct=14 patnáct=15 "
     "šestnáct=16 sedmnáct=17 osmnáct=18 devatenáct=19 dvacet|dvaceti=20 třicet|třiceti=30 "
     "čtyřicet|čtyřiceti=40 padesát|padesáti=50 šedesát|šedesáti=60 sedmdesát=70 osmdesát=80 devadesát=90 "
     "sto?=100",
     .times = "stě|sta?=100",
     .scales = "tisíc|tisíce=1000 milion|miliony|milionů|milión=1000000 miliarda|miliardy|miliard=1000000000",
     .ordinals = "prvn?=1 druh?=2 třet=3 čtvrt=4 pát=5 šest=6 sedm=7 osm=8 devát=9 desát=10",
     .endings = "ý á é ého ém ou ým í ího ím",
     .weekdays = "pondělí=1 úterý=2 středa|středu=3 čtvrtek=4 pátek=5 sobota|sobotu=6 neděle|neděli=7",
     .months = "leden|ledna|lednu=1 únor|února|únoru=2 březen|března|březnu=3 duben|dubna|dubnu=4 "
               "květen|května|květnu=5 červen|června|červnu=6 červenec|července|červenci=7 srpen|srpna|srpnu=8 září=9 "
               "říjen|října|říjnu=10 listopad|listopadu=11 prosinec|prosince|prosinci=12"},
    {.adding = /* Croatian and Serbian */
     "nula=0 jedan?|jedna?|jedno?=1 dva|dvije|dvoje|dve=2 tri?=3 četiri=4 pet?=5 šest=6 sedam=7 osam=8 devet=9 "
     "deset=10 jedanaest=11 dvanaest=12 trinaest=13 četrnaest=14 petnaest=15 šesnaest=16 sedamnaest=17 "
     "osamnaest=18 devetnaest=19 dvadeset=20 trideset=30 četrdeset=40 pedeset=50 šezdeset=60 sedamdeset=70 "
     "osamdeset=80 devedeset=90 sto?=100 dvjesto|dvesta=200 tristo|trista=300 četiristo|četristo=400 petsto=500 "
     "šeststo|šesto=600 sedamsto=700 osamsto=800 devetsto=900",
     .scales = "tisuća|tisuće|hiljada|hiljade=1000 milijun|milijuna|milion|miliona=1000000 "
               "milijarda|milijarde|milijardi=1000000000",
     .joints = "i",
     .ordinals = "prv?=1 drug?=2 treć=3 četvrt=4 pet=5 šest=6 sedm=7 osm=8 devet=9 deset=10",
     .endings = "i a o e og oga om oj u im ih eg em",
     .weekdays = "ponedjeljak|ponedeljak|ponedjeljka=1 utorak|utorka=2 srijeda|sreda|srijedu|sredu=3 "
                 "četvrtak|četvrtka=4 petak|petka=5 subota|subotu=6 nedjelja?|nedelja?|nedjelju?|nedelju?=7",
     .months = "siječanj|siječnja|januar|januara=1 veljača|veljače|februar|februara=2 ožujak|ožujka|mart|marta=3 "
               "travanj|travnja|april|aprila=4 svibanj|svibnja|maj|maja=5 lipanj|lipnja|jun|juna=6 "
               "srpanj|srpnja|jul|jula=7 kolovoz|kolovoza|avgust|avgusta=8 rujan|rujna|septembar|septembra=9 "
               "oktobar|oktobra=10 studeni|studenoga|novembar|novembra=11 "
               "prosinac|prosinca|decembar|decembra=12"},
    {.adding = /* Bulgarian */
     "един?|една?|едно?=1 два|две|двама=2 три|трима=3 четири|четирима=4 пет|петима=5 шест|шестима=6 седем=7 "
     "осем=8 девет=9 десет=10 единадесет|единайсет=11 дванадесет|дванайсет=12 тринадесет|тринайсет=13 "
     "четиринадесет|четиринайсет=14 петнадесет|петнайсет=15 шестнадесет|шестнайсет=16 "
     "седемнадесет|седемнайсет=17 осемнадесет|осемнайсет=18 деветнадесет|деветнайсет=19 двадесет|двайсет=20 "
     "тридесет|трийсет=30 четиридесет|четирийсет=40 петдесет=50 шестдесет|шейсет=60 седемдесет=70 осемдесет=80 "
     "деветдесет=90 сто=100 двеста=200 триста=300 четиристотин=400 петстотин=500 шестстотин=600 "
     "седемстотин=700 осемстотин=800 деветстотин=900",
     .scales = "хиляда|хиляди=1000 милион|милиона|милиони=1000000 милиард|милиарда|милиарди=1000000000",
     .joints = "и",
     .ordinals = "първ?=1 втор?=2 трет=3 четвърт=4 пет=5 шест=6 седм=7 осм=8",
     .endings = "и ия ият а ата о ото ите",
     .weekdays = "понеделник=1 вторник=2 сряда=3 четвъртък=4 петък=5 събота=6 неделя?=7",
     .months = "януари=1 февруари=2 март=3 април=4 май=5 юни=6 юли=7 август=8 септември=9 октомври=10 ноември=11 "
               "декември=12"},
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
               "миллиард|миллиарда|миллиардов=1000000000",
     .ordinals = "перв?=1 втор?=2 трет=3 четверт=4 пят=5 шест=6 седьм=7 восьм=8 девят=9 десят=10 одиннадцат=11 "
                 "двенадцат=12",
     .endings = "ый ая ое ого ой ую ым ом ому ых ые ий ья ье ьего ьей ью ьем",
     .weekdays = "понедельник|понедельника=1 вторник|вторника=2 среда?|среду?=3 четверг|четверга=4 "
                 "пятница|пятницу|пятницы=5 суббота|субботу|субботы=6 воскресенье|воскресенья=7",
     .months = "январь|января|январе=1 февраль|февраля|феврале=2 март|марта|марте=3 апрель|апреля|апреле=4 "
               "май|мая|мае=5 июнь|июня|июне=6 июль|июля|июле=7 август|августа|августе=8 сентябрь|сентября|сентябре=9 "
               "октябрь|октября|октябре=10 ноябрь|ноября|ноябре=11 декабрь|декабря|декабре=12"},
    {.adding = /* Ukrainian */
     "нуль=0 один?|одна?|одне?|одного?|однієї?=1 два|дві|двох|двом|двома|двоє=2 три|трьох|трьом|троє=3 "
     "чотири|чотирьох|четверо=4 п'ять|п'яти|п'ятьох=5 шість|шести|шістьох=6 сім|семи|сімох=7 вісім|восьми=8 "
     "дев'ять|дев'яти=9 десять|десяти=10 одинадцять|одинадцяти=11 дванадцять|дванадцяти=12 тринадцять=13 "
     "чотирнадцять=14 п'ятнадцять=15 шістнадцять=16 сімнадцять=17 вісімнадцять=18 дев'ятнадцять=19 "
     "двадцять|двадцяти=20 тридцять|тридцяти=30 сорок|сорока=40 п'ятдесят=50 шістдесят=60 сімдесят=70 "
     "вісімдесят=80 дев'яносто=90 сто|ста?=100 двісті=200 триста=300 чотириста=400 п'ятсот=500 шістсот=600 "
     "сімсот=700 вісімсот=800 дев'ятсот=900",
     .scales = "тисяча|тисячі|тисяч|тисячу=1000 мільйон|мільйони|мільйонів|мільйона=1000000 "
               "мільярд|мільярди|мільярдів|мільярда=1000000000",
     .ordinals = "перш?=1 друг?=2 трет=3 четверт=4 п'ят=5 шост=6 сьом=7 восьм=8 дев'ят=9 десят=10",
     .endings = "ий а е ого ої у ою им ому их і я є",
     .weekdays = "понеділок|понеділка=1 вівторок|вівторка=2 середа|середу=3 четвер|четверга=4 п'ятниця|п'ятницю=5 "
                 "субота|суботу=6 неділя|неділю=7",
     .months = "січень|січня|січні=1 лютий|лютого|лютому=2 березень|березня|березні=3 квітень|квітня|квітні=4 "
               "травень|травня|травні=5 червень|червня|червні=6 липень|липня|липні=7 серпень|серпня|серпні=8 "
               "вересень|вересня|вересні=9 жовтень|жовтня|жовтні=10 листопад|листопада|листопаді=11 "
               "грудень|грудня|грудні=12"},
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
     .joints = "και",
     .weekdays = "δευτέρα=1 τρίτη=2 τετάρτη=3 πέμπτη=4 παρασκευή=5 σάββατο=6 κυριακή=7",
     .months = "ιανουάριοσ|ιανουαρίου|ιανουάριο=1 φεβρουάριοσ|φεβρουαρίου|φεβρουάριο=2 μάρτιοσ|μαρτίου|μάρτιο=3 "
               "απρίλιοσ|απριλίου|απρίλιο=4 μάιοσ|μαΐου|μάιο=5 ιούνιοσ|ιουνίου|ιούνιο=6 ιούλιοσ|ιουλίου|ιούλιο=7 "
               "αύγουστοσ|αυγούστου|αύγουστο=8 σεπτέμβριοσ|σεπτεμβρίου|σεπτέμβριο=9 οκτώβριοσ|οκτωβρίου|οκτώβριο=10 "
               "νοέμβριοσ|νοεμβρίου|νοέμβριο=11 δεκέμβριοσ|δεκεμβρίου|δεκέμβριο=12"},
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
     .has_ones_before_ten = true,
     .weekdays = "الاثنين|الإثنين=1 الثلاثاء=2 الأربعاء=3 الخميس=4 الجمعة=5 السبت=6 الأحد=7",
     .months = "يناير=1 فبراير=2 مارس=3 أبريل|إبريل=4 مايو=5 يونيو|يونيه=6 يوليو|يوليوز=7 أغسطس|غشت=8 سبتمبر|شتنبر=9 "
               "أكتوبر=10 نوفمبر|نونبر=11 ديسمبر|دجنبر=12"},
    {.adding = /* Persian */
     "یک?=1 دو?=2 سه=3 چهار=4 پنج=5 شش=6 هفت=7 هشت=8 نه?=9 ده?=10 یازده=11 دوازده=12 سیزده=13 چهارده=14 "
     "پانزده=15 شانزده=16 هفده=17 هجده|هیجده=18 نوزده=19 بیست=20 سی?=30 چهل=40 پنجاه=50 شصت=60 هفتاد=70 "
     "هشتاد=80 نود=90 صد=100 دویست=200 سیصد=300 چهارصد=400 پانصد=500 ششصد=600 هفتصد=700 هشتصد=800 نهصد=900",
     .scales = "هزار=1000 میلیون=1000000 میلیارد=1000000000",
     .joints = "و",
     .weekdays = "دوشنبه=1 سهشنبه=2 چهارشنبه=3 پنجشنبه=4 جمعه=5 شنبه=6 یکشنبه=7",
     .months = "ژانویه=1 فوریه=2 مارس=3 آوریل=4 مه?=5 ژوئن=6 ژوئیه=7 اوت=8 سپتامبر=9 اکتبر=10 نوامبر=11 دسامبر=12"},
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
     .scales = "हजार|हज़ार=1000 लाख=100000 करोड़=10000000",
     .ordinals = "पहला?|पहली?|पहले?=1 दूसरा?|दूसरी?|दूसरे?=2 तीसरा|तीसरी|तीसरे=3 चौथा|चौथी|चौथे=4 "
                 "पांचवां|पांचवीं|पांचवें=5",
     .weekdays = "सोमवार=1 मंगलवार=2 बुधवार=3 गुरुवार|बृहस्पतिवार=4 शुक्रवार=5 शनिवार=6 रविवार=7",
     .months = "जनवरी=1 फरवरी=2 मार्च=3 अप्रैल=4 मई=5 जून=6 जुलाई=7 अगस्त=8 सितंबर|सितम्बर=9 अक्टूबर|अक्तूबर=10 "
               "नवंबर|नवम्बर=11 दिसंबर|दिसम्बर=12"},
    {.adding = /* Indonesian and Malay */
     "nol=0 satu?=1 dua=2 tiga=3 empat=4 lima?=5 enam=6 tujuh=7 delapan=8 sembilan=9 sepuluh=10 belas?=10 sebelas=11",
     .times = "puluh=10 ratus|seratus=100",
     .scales = "ribu|seribu=1000 juta=1000000 miliar=1000000000",
     .has_ones_before_ten = true,
     .ordinals = "pertama?=1 kedua?=2 ketiga=3 keempat=4 kelima=5 keenam=6 ketujuh=7",
     .weekdays = "senin=1 selasa=2 rabu=3 kamis=4 jumat=5 sabtu=6 minggu?=7",
     .months = "januari=1 februari=2 maret=3 april=4 mei=5 juni=6 juli=7 agustus=8 september=9 oktober=10 november=11 "
               "desember=12"},
    {.adding = /* Vietnamese */
     "không?=0 một?|mốt?=1 hai?=2 ba?=3 bốn=4 tư?=4 năm?|lăm=5 sáu=6 bảy=7 tám=8 chín=9 mười=10",
     .times = "mươi=10 trăm=100",
     .scales = "nghìn|ngàn=1000 triệu=1000000 tỷ|tỉ=1000000000",
     .joints = "linh lẻ"},
    {.adding = /* ideographs */
     "零=0 一=1 二|两|兩=2 三=3 四=4 五=5 六=6 七=7 八=8 九=9",
     .times = "十=10 百=100 千=1000",
     .scales = "万|萬=10000 亿|億=100000000"},
};
