### Organisers: the list and each one's own page.

organizations-title = Organisers
organizations-description = Everyone who organises activities in the area: associations, parishes, municipalities, schools and companies.
organizations-h1 = Who organises activities?
organizations-lead = Here is everyone, with the same details and in alphabetical order. Nobody has paid for their place.
organizations-kind = What kind of organizer?
organizations-kind-all = All organisers
organizations-show = Show
organizations-count =
    { $count ->
        [one] { $count } organiser
       *[other] { $count } organisers
    }
organizations-none = There are no organisers like this yet.
organizations-all = Show all organisers
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
organization-checked = Details checked on { $day }.
