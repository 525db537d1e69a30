### Word lists: codes and their English names. Import files use these names.

## Kind of activity
kind-open_activity = Open to all
kind-group = Group
kind-course = Course
kind-event = Event
kind-support = Support and advice
kind-peer_support = Peer support
kind-volunteering = Volunteering
kind-work_trial = Work trial place
kind-wage_subsidy = Job with a wage subsidy
kind-part_time = Part-time job
kind-space = Room to use
kind-information = Information pack

## Threshold: what makes it easy to come
threshold-no_sign_up = No sign-up
threshold-anonymous = No need to give your name
threshold-free = Free of charge
threshold-companion = You can bring a friend
threshold-met_at_door = Someone will meet you
threshold-drop_in = Come and go as you like
threshold-no_commitment = No need to commit
threshold-quiet = Quiet and calm
threshold-small_group = Small group
threshold-easy_finnish = Easy Finnish is enough
threshold-children = Children are welcome
threshold-transport = A ride is offered
threshold-online = You can join online
threshold-substance_free = No alcohol or drugs
threshold-wheelchair = Wheelchair access
threshold-accessible_toilet = Accessible toilet
threshold-hearing_loop = Hearing loop
threshold-interpreter = Interpreter can be arranged

## What I like
interest-animals = Animals
interest-nature = Nature and hiking
interest-gardening = Gardening
interest-crafts = Crafts
interest-repair = Repairing and building
interest-cooking = Cooking and baking
interest-company = Company and chat
interest-music = Music and singing
interest-dance = Dance
interest-art = Art and photography
interest-theatre = Theatre and film
interest-literature = Reading and writing
interest-games = Games
interest-digital = Computers and phones
interest-exercise = Sports and exercise
interest-languages = Languages
interest-history = History and local heritage
interest-children = With children and young people
interest-elderly = With older people
interest-faith = Faith and spirituality
interest-learning = Learning something new
interest-work = Work and practical tasks
interest-wellbeing = Mind and well-being
interest-recycling = Recycling and the environment
interest-influence = Having a say
interest-business = Business and selling

## Life situation
situation-unemployed = Unemployed
situation-long_unemployed = Without work for a long time
situation-lonely = Lonely
situation-new_in_finland = New in Finland
situation-debt = Debts or trouble paying bills
situation-low_income = Not enough money
situation-young_adult = Young and without work or a study place
situation-parent = Parent
situation-single_parent = Single parent
situation-carer = Caring for a family member
situation-retired = Retired
situation-disability = Disability or long-term illness
situation-mental_health = Worried about your mental health
situation-substance_recovery = Alcohol or drugs or another addiction
situation-grief = Grief and loss
situation-separation = Separation or changes in the family
situation-violence = Violence or fear
situation-homeless = No home or at risk of losing it
situation-released = Released from prison
situation-social_fear = Nervous about meeting people
situation-learning_difficulty = Learning or reading is difficult
situation-no_car = No car and few buses

## Type of organiser
organization_type-association = Association
organization_type-parish = Parish
organization_type-municipality = Municipality
organization_type-wellbeing_county = Wellbeing services county
organization_type-school = School or college
organization_type-company = Company
organization_type-cooperative = Co-operative
organization_type-foundation = Foundation
organization_type-project = Project
organization_type-residents = Residents
organization_type-state = State
organization_type-other = Other

## Form of work
support_form-work_trial = Work trial
support_form-rehabilitative_work = Rehabilitative work
support_form-wage_subsidy = Wage subsidy
support_form-apprenticeship = Apprenticeship
support_form-supported_employment = Supported employment
support_form-none = Ordinary job

## Price
price-free = Free of charge
price-paid = There is a fee
price-donation = Pay what you like
price-unknown = Price not known

## How much of the place is shown
confidentiality-public = Public
confidentiality-area_only = Only the area is shown
confidentiality-hidden = Not shown

## Languages you can get by with
language-fi = Finnish
language-sv = Swedish
language-en = English
language-fi-x-selko = easy Finnish
language-so = Somali
language-ar = Arabic
language-ru = Russian
language-uk = Ukrainian
language-et = Estonian
language-fa = Persian
language-fse = Finnish Sign Language
