### Ordlistor: koder och deras svenska namn. Importfilerna använder de här namnen.

## Typ av verksamhet
kind-open_activity = Öppen verksamhet
kind-group = Grupp
kind-course = Kurs
kind-event = Evenemang
kind-support = Stöd och rådgivning
kind-peer_support = Kamratstöd
kind-volunteering = Frivilligarbete
kind-work_trial = Plats för arbetsprövning
kind-wage_subsidy = Jobb med lönesubvention
kind-part_time = Deltidsjobb
kind-space = Lokal
kind-information = Faktapaket

## Tröskel: vad gör det lätt att komma
threshold-no_sign_up = Ingen anmälan
threshold-anonymous = Du kan vara anonym
threshold-free = Gratis
threshold-companion = Du får ta med en kompis
threshold-met_at_door = Någon tar emot dig
threshold-drop_in = Du kan komma och gå när du vill
threshold-no_commitment = Du behöver inte binda dig
threshold-quiet = Lugnt
threshold-small_group = Liten grupp
threshold-easy_finnish = Lätt finska räcker
threshold-children = Barn får komma med
threshold-transport = Skjuts ordnas
threshold-online = Du kan delta på distans
threshold-substance_free = Drogfritt
threshold-wheelchair = Tillgängligt med rullstol
threshold-accessible_toilet = Tillgänglig toalett
threshold-hearing_loop = Hörslinga
threshold-interpreter = Tolk kan ordnas

## Vad jag gillar
interest-animals = Djur
interest-nature = Natur och utflykter
interest-gardening = Trädgård
interest-crafts = Handarbete och slöjd
interest-repair = Reparera och bygga
interest-cooking = Mat och bakning
interest-company = Sällskap och prat
interest-music = Musik och sång
interest-dance = Dans
interest-art = Bildkonst och foto
interest-theatre = Teater och film
interest-literature = Läsa och skriva
interest-games = Spel
interest-digital = Dator och telefon
interest-exercise = Motion
interest-languages = Språk
interest-history = Historia och hembygd
interest-children = Med barn och unga
interest-elderly = Med äldre
interest-faith = Tro och andlighet
interest-learning = Lära sig nytt
interest-work = Jobb och praktiskt arbete
interest-wellbeing = Psyke och välmående
interest-recycling = Återvinning och miljö
interest-influence = Påverka
interest-business = Företagande och försäljning

## Livssituation
situation-unemployed = Arbetslös
situation-long_unemployed = Länge utan jobb
situation-lonely = Ensam
situation-new_in_finland = Ny i Finland
situation-debt = Skulder eller svårt att betala
situation-low_income = Pengarna räcker inte
situation-young_adult = Ung utan jobb eller studieplats
situation-parent = Förälder
situation-single_parent = Ensamförälder
situation-carer = Närståendevårdare
situation-retired = Pensionär
situation-disability = Funktionsnedsättning eller långvarig sjukdom
situation-mental_health = Oro för det psykiska måendet
situation-substance_recovery = Rusmedel eller beroende
situation-grief = Sorg och förlust
situation-separation = Skilsmässa eller förändring i familjen
situation-violence = Våld eller rädsla
situation-homeless = Utan bostad eller på väg att förlora den
situation-released = Frigiven från fängelse
situation-social_fear = Nervös för att träffa folk
situation-learning_difficulty = Svårt att lära sig eller läsa
situation-no_car = Ingen bil och få bussar

## Typ av arrangör
organization_type-association = Förening
organization_type-parish = Församling
organization_type-municipality = Kommun
organization_type-wellbeing_county = Välfärdsområde
organization_type-school = Läroanstalt
organization_type-company = Företag
organization_type-cooperative = Andelslag
organization_type-foundation = Stiftelse
organization_type-project = Projekt
organization_type-residents = Invånare
organization_type-state = Staten
organization_type-other = Annan

## Form av arbete
support_form-work_trial = Arbetsprövning
support_form-rehabilitative_work = Arbetsverksamhet i rehabiliteringssyfte
support_form-wage_subsidy = Lönesubvention
support_form-apprenticeship = Läroavtal
support_form-supported_employment = Arbete med stöd
support_form-none = Vanlig anställning

## Pris
price-free = Gratis
price-paid = Kostar något
price-donation = Frivillig avgift
price-unknown = Priset är inte känt

## Vad som visas av platsen
confidentiality-public = Offentlig
confidentiality-area_only = Bara området visas
confidentiality-hidden = Visas inte

## Språk som man klarar sig med
language-fi = finska
language-sv = svenska
language-en = engelska
language-fi-x-selko = lätt finska
language-so = somaliska
language-ar = arabiska
language-ru = ryska
language-uk = ukrainska
language-et = estniska
language-fa = persiska
language-fse = finskt teckenspråk
