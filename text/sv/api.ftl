### Det öppna gränssnittet för dem som gör program: sidan /rajapinta och dess OpenAPI-dokument.

api-title = Öppet gränssnitt
api-description = Verksamhet, arrangörer, platser och tider i området för andra program, utan inloggning.
api-lead = Allt som syns på den här webbplatsen kan också läsas av ditt program. Du behöver inget konto, ingen nyckel och inget lov. Sökningen hittar samma saker i samma ordning som söksidan.
api-document = OpenAPI-dokument (JSON)
api-hsds = Samma i det internationella formatet Open Referral HSDS
api-linked-events = Kommande tider i formatet Linked Events
api-how-title = Så fungerar det
api-texts = Texter är objekt med språkets kod som nyckel: { "{" }"fi": "…", "sv": "…"{ "}" }. Parametern language väljer en av dem: den bästa för läsaren, under koden för det språk texten verkligen är på. Sidornas språk:
api-paging = Listor kommer sida för sida. När svaret har next: fråga samma sak igen och lägg till cursor = next. Den sista sidan har inget next.
api-errors = Om något är fel i frågan är svaret application/problem+json (RFC 9457). Det nämner parametern och säger vad den kan innehålla. En okänd parameter är också ett fel.
api-caching = Varje svar har en ETag. Skicka den nästa gång i If-None-Match: om inget har ändrats får du ett tomt svar 304. Svaren gäller en minut och får läsas från vilken webbplats som helst (CORS).
api-places = För säkerhetens skull berättas bara området för vissa platser (area_only), och ingenting alls för några.
api-licence = Materialets licens är CC BY 4.0: berätta varifrån uppgifterna kommer. Uppgifter från andra håll har sin källa i source.
api-addresses-title = Adresser
api-parameters-title = Det här kan du fråga
api-example-title = Exempel
api-answer = Svaret från { $address }

api-endpoint-about = Vad det här är och vilka adresser som finns.
api-endpoint-list-activities = Verksamhet: all eller det som en sökning hittar. Fältet match säger varför något hittades, och understood vad som förstods av orden.
api-endpoint-read-activity = En verksamhet i sin helhet: texter, tider, platser, nästa gång och vad man kan göra efteråt.
api-endpoint-list-organizations = Arrangörer enligt namn.
api-endpoint-read-organization = En arrangör, dess platser och hur mycket den ordnar.
api-endpoint-list-places = Offentliga platser. Platser där bara området är offentligt berättas tillsammans med verksamheten.
api-endpoint-read-place = En plats och vad som görs där.
api-endpoint-list-sessions = Vad som händer mellan två tidpunkter, i den ordning det börjar. Inställda och flyttade tider är med. De kommande 110 dagarna är kända; from och to i svaret säger vilken tid det gäller.
api-endpoint-count-facets = Hur många träffar varje värde i filtren har, och vad värdena heter.
api-endpoint-suggest = Hur ordet som skrivs kunde fortsätta: ord och namn på verksamhet.
api-endpoint-openapi = Gränssnittets OpenAPI 3.1-dokument.

api-parameter-id = Postens id.
api-parameter-q = Ord som söks. De förstås som på söksidan; bland arrangörer söks i namn och kort beskrivning.
api-parameter-step = Trappsteg 1–5.
api-parameter-kind = Typ av verksamhet.
api-parameter-interest = Intresse.
api-parameter-situation = Livssituation som verksamheten är till för.
api-parameter-threshold = Vad som gör det lätt att komma. Alla valda måste gälla.
api-parameter-support-form = Arbetsplatsens stödform.
api-parameter-spoken = Språk som man klarar sig på.
api-parameter-municipality = Kommunens kod (Statistikcentralen).
api-parameter-organization = Bara den här arrangörens verksamhet.
api-parameter-free = Bara avgiftsfritt.
api-parameter-lat = Latitud som avståndet mäts från (WGS 84). Behöver också lon.
api-parameter-lon = Longitud som avståndet mäts från. Behöver också lat.
api-parameter-km = Högst så här långt, i kilometer. Behöver lat och lon.
api-parameter-from = Tidigast från den här tidpunkten. För verksamhet: någon gång slutar efter den.
api-parameter-to = Senast till den här tidpunkten. För verksamhet: någon gång slutar senast då.
api-parameter-order = Ordning: bästa, nästa som börjar, närmaste eller namn.
api-parameter-ignore = Vad av det som förstods av orden som inte räknas: nycklar ur understood, komma emellan.
api-parameter-type = Typ av arrangör.
api-parameter-limit = Hur många poster en sida har.
api-parameter-cursor = Värdet next i förra svaret: fortsätter där det slutade.
api-parameter-language = Språket som texterna önskas på. Utan det kommer alla språk.

api-holds-id = UUID
api-holds-moment = En tidpunkt, till exempel 2026-12-01T10:00:00+02:00
api-holds-truth = true eller false
api-holds-number = Ett tal { $range }
api-holds-one-of = En av dessa:
api-holds-any-of = En eller flera, komma emellan:
api-holds-municipalities = En kod med tre siffror, en eller flera med komma emellan, till exempel 398
api-holds-mark = Tecknen som förra svaret gav
api-holds-words = Högst 300 tecken
