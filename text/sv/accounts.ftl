### Administratören loggar in.

sign-in-title = Inloggning för administratören
sign-in-offered = Med den här länken loggar du in som { $name }. Länken fungerar en gång.
sign-in-button = Logga in
sign-in-cookie = Inloggningen sparas i en kaka i den här webbläsaren i högst 14 dagar och upphör när den inte har använts på ett dygn. Logga inte in på en enhet som flera använder.
sign-in-used-up = Länken fungerar inte längre. Den har använts eller är över en halvtimme gammal. Gör en ny länk.
sign-in-who = Bara administratören loggar in. Andra behöver inget konto till någonting.
sign-in-how = Inloggningslänken görs på servern med det här kommandot:
sign-in-link = Med den här länken loggar { $name } in. Den fungerar en gång, i { $minutes } minuter:
sign-out = Logga ut
sign-out-everywhere = Logga ut överallt ({ $count })
