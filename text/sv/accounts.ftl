### Inloggning, eget konto och användare.

sign-in-title = Logga in
sign-in-who = Logga in om du sköter uppgifter för en arrangör, en kommun eller brickan. Andra behöver inget konto till någonting.
sign-in-email = E-post
sign-in-ask = Skicka en inloggningslänk
sign-in-sent-title = Titta i din e-post
sign-in-sent = Om adressen har ett konto är en inloggningslänk på väg. Länken fungerar en gång, i en halvtimme. Om du inte ser brevet, titta också i skräpposten.
sign-in-again = Prova en annan adress
sign-in-none = Inget konto? Du kan ändå föreslå verksamhet för brickan:
sign-in-problem-email = Skriv e-postadressen så här: namn@exempel.fi
sign-in-offered = Med den här länken loggar du in som { $name }. Länken fungerar en gång.
sign-in-button = Logga in
sign-in-cookie = Inloggningen sparas i en kaka i den här webbläsaren i högst 14 dagar och upphör när den inte har använts på ett dygn. Logga inte in på en enhet som flera använder.
sign-in-used-up = Länken fungerar inte längre. Den har redan använts eller blivit för gammal. Be om en ny länk.
sign-in-link = Med den här länken loggar { $name } in. Den fungerar en gång, i { $minutes } minuter:
sign-out = Logga ut
sign-out-everywhere = Logga ut överallt ({ $count })

letters-in-folder = E-posten är inte i bruk ännu. Breven stannar i mappen letters på servern, och administratören kan ge dig länken därifrån.

own-title = Mitt konto
own-save = Spara
own-saved = Sparat.
own-email = Breven kommer till adressen { $email }.
own-roles = Det här kan du göra
own-sessions = Inloggade enheter
own-device-unknown = Okänd enhet
own-device-this = (den här enheten)
own-began = Började { $when }.
own-seen = Användes senast { $when }.
own-end = Avsluta inloggningen

people-title = Användare
people-invite = Bjud in en ny användare
people-invited = Inbjudan är på väg. Länken fungerar i en vecka.
people-name = Namn
people-email-hint = Inbjudan skickas till den här adressen.
people-role = Roll
people-roles = Roller
people-organization = Arrangör
people-organization-hint = Arrangörens namn, om rollen är hos en arrangör.
people-areas = Kommuner
people-areas-hint = Koordinatorns kommuner, med komma emellan. Tomt betyder hela området.
people-language = Brevens språk
people-send = Skicka inbjudan
people-no-role = Ingen roll
people-take = Ta bort rollen
people-end-all = Logga ut överallt
people-sessions = { $count ->
    [0] Inga inloggningar.
    [one] Inloggad på en enhet.
   *[other] Inloggad på { $count } enheter.
}
people-problem-name = Skriv ett namn, högst 100 tecken.
people-problem-role = Välj en roll.
people-problem-organization = Det finns ingen arrangör med det namnet. Skriv namnet så som det står på brickan.
people-problem-area = Det finns ingen kommun som heter { $name }. Skriv kommunens namn, till exempel Lahtis.
people-problem-last = Den enda administratören kan inte tas bort. Bjud först in en till.

role-keeper = Administratör
role-keeper-hint = Håller tjänsten i skick och bjuder in de andra.
role-coordinator = Koordinator
role-coordinator-hint = Sammanställer brickan och bestämmer vad som kommer med.
role-leader = Ansvarsperson
role-leader-hint = Sköter arrangörens uppgifter och bjuder in redigerare.
role-editor = Redigerare
role-editor-hint = Sköter arrangörens uppgifter.
role-counsellor = Servicehandledare
role-counsellor-hint = Hjälper människor att hitta något som passar dem.

desk-people = Vem som kan göra vad.

people-remove = Ta bort kontot
people-remove-hint = Kontot, rollerna och inloggningarna tas bort genast. Ändringar på brickan blir kvar utan namn.
people-remove-button = Ta bort kontot nu
