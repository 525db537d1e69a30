### The steps: the step model as a map.

step-1 = Open low-threshold activities
step-1-description = Places where you can just walk in. No sign-up, no commitment. You can have a coffee and leave.
step-2 = Groups
step-2-description = The same people, the same place, something to do together. The group meets at set times, and somebody is expecting you.
step-3 = Courses and cards
step-3-description = You learn something new and get a certificate or a card for it: first aid, hygiene passport, languages, computers.
step-4 = Employment services
step-4-description = Work trials, rehabilitative work or wage subsidy. You try out working, with support beside you.
step-5 = Work and studies
step-5-description = Paid work, part-time work, apprenticeships and study places.

steps-description = Five ways to take part, from an open café to a job. You can start anywhere.
steps-h1 = Where would you like to start?
steps-lead = You can start anywhere. You can stay. You can come back.
steps-text = These five steps are a map, not a staircase. Nobody measures which one you are on.
steps-nav = Steps on this page
steps-all =
    { $count ->
        [one] See the only one: { $step }
       *[other] See all { $count }: { $step }
    }
steps-none = There is nothing here right now. Have a look at the other steps.
steps-unsure = Not sure what would suit you?
steps-unsure-text = You do not have to know. Tell us what you like, and we will look together.
steps-call = Call{"\u00A0"}{ $phone }
steps-easy = Show places where you can just walk in
