### Arrangörer: listan och vars och ens egen sida.

organizations-title = Arrangörer
organizations-description = Alla som ordnar verksamhet i området: föreningar, församlingar, kommuner, läroanstalter och företag.
organizations-h1 = Vem ordnar?
organizations-lead = Här är alla, med samma uppgifter och i alfabetisk ordning. Ingen har betalat för sin plats.
organizations-kind = Vilket slags arrangör?
organizations-kind-all = Alla arrangörer
organizations-show = Visa
organizations-count =
    { $count ->
        [one] { $count } arrangör
       *[other] { $count } arrangörer
    }
organizations-none = Det finns inga sådana arrangörer ännu.
organizations-all = Visa alla arrangörer
organizations-join = Saknas någon?
organizations-join-link = Så kommer du med
organization-contact = Ta kontakt
organization-no-contact = Inga kontaktuppgifter har angetts ännu.
organization-phone = Telefon
organization-email = E-post
organization-website = Webbplats
organization-places = Platser
organization-offers =
    { $count ->
        [0] Ingen verksamhet just nu
        [one] Det här kan du göra: { $count } verksamhet
       *[other] Det här kan du göra: { $count } verksamheter
    }
organization-nothing = När verksamheten börjar igen ser du den här.
organization-search = Sök något annat att göra
organization-beside = Information och annat
organization-all = Sök bland dessa { $count }
organization-checked = Uppgifterna kontrollerades { $day }.
