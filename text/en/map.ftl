### The map: where things happen and how much.

map-description = Which municipalities and villages have activities, and how many.
map-h1 = Where is it happening?
map-lead = Choose a municipality on the map. The same facts are in a list.
map-to-list = Go to the list
map-steps = Show by step
map-all-steps = All steps
map-told =
    { $count ->
        [0] { $place }: no activities yet
        [one] { $place }: { $count } activity
       *[other] { $place }: { $count } activities
    }
map-more-places =
    { $count ->
        [one] and { $count } more place
       *[other] and { $count } more places
    }
map-legend-little = Few activities
map-legend-much = Many activities
map-legend-dot = A place. Large dot: many activities.
map-source = Municipal borders: National Land Survey of Finland 2023, CC BY 4.0
map-list = Activities by municipality
map-count =
    { $count ->
        [one] { $count } activity in all. One activity may be in several municipalities.
       *[other] { $count } activities in all. One activity may be in several municipalities.
    }
map-municipality = Municipality
map-number = Activities
map-online =
    { $count ->
        [one] { $count } activity you can join remotely
       *[other] { $count } activities you can join remotely
    }
map-villages = Villages and neighbourhoods
map-villages-text = Choose the nearest one to see what is there.
