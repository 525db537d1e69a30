### Organizers: the list and each one's own page.

organizations-title = Organizers
organizations-description = Everyone who arranges activities in the area: associations, parishes, municipalities, schools and companies.
organizations-h1 = Who arranges this?
organizations-lead = Here is everyone, with the same facts and in alphabetical order. Nobody has paid for their place.
organizations-kind = Show
organizations-kind-all = All organizers
organizations-show = Show
organizations-count =
    { $count ->
        [one] { $count } organizer
       *[other] { $count } organizers
    }
organizations-none = There are no organizers like this yet.
organizations-all = Show all organizers
organizations-join = Is somebody missing?
organizations-join-link = How to join
organization-contact = Get in touch
organization-no-contact = No contact details have been given yet.
organization-phone = Phone
organization-email = Email
organization-website = Website
organization-places = Places
organization-offers =
    { $count ->
        [0] No activities right now
        [one] What you can do here: { $count } activity
       *[other] What you can do here: { $count } activities
    }
organization-nothing = When activities start again, you will see them here.
organization-search = Look for something else to do
organization-beside = Information and other things
organization-all = Search among these { $count }
organization-checked = Details checked { $day }.
