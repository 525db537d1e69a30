### Gaps: what the area lacks.

desk-gaps = { $count ->
    [0] Every area has something on every step.
    [one] 1 cell has nothing in it.
   *[other] { $count } cells have nothing in them.
}
gaps-title = Where are the gaps?
gaps-lead = The table tells how many activities there are on the tray in each area and on each step. Open a cell to begin a negotiation or to call for a new organizer.
gaps-views = Tables
gaps-view-areas = Areas and steps
gaps-view-themes = Themes and steps
gaps-area = Area
gaps-theme = Theme
gaps-every-theme = All themes
gaps-choose = Show
gaps-legend = “Nothing” means zero. “Little” means at most { $count } activities: when one ends, there is no choice left.
gaps-caption = Published activities by area and step
gaps-caption-theme = Published activities by area and step, theme: { $theme }
gaps-caption-area = Published activities by theme and step, area: { $area }
gaps-elsewhere = Elsewhere in the municipality
gaps-no-place = No place / online
gaps-all = In all
gaps-whole = Everything, each once
gaps-nothing = nothing
gaps-little = little
gaps-people = about { $count } people
gaps-population = People, about (2022)
gaps-counting = An activity counts in every area and every theme it belongs to, but only once in each. The last column also holds activities that are on no step. The row “No place / online” is what happens online, and what has no place or one that is shown to nobody. Population: Statistics Finland 2022, added up from postal areas and rounded.
gaps-csv = Download the table (CSV)
gaps-picture = The table as a picture
gaps-picture-alt = The table above as a picture: the more activities, the darker the cell. Empty cells have a dashed frame.
gaps-picture-open = Open the picture
gaps-missing = What people miss
gaps-missing-lead = Wishes, and searches that found nothing, of the last 90 days. Nobody can see who wished or searched.
gaps-wishes = Wishes
gaps-no-wishes = There are no wishes.
gaps-searches = Looked for and not found
gaps-no-searches = There are no such searches.
gaps-anywhere = anywhere
gaps-days = { $count ->
    [one] searched on 1 day
   *[other] searched on { $count } days
}
gaps-count = { $count ->
    [0] There is nothing like this on the tray.
    [one] There is 1 activity like this on the tray.
   *[other] There are { $count } activities like this on the tray.
}
gaps-is-little = That is little.
gaps-negotiate = Begin a negotiation
gaps-search = Search here
gaps-search-near = Search near here
gaps-call = Call for a new organizer
gaps-call-hint = Copy the text into a letter, a message or a notice.
gaps-in-area = in the area { $area }
gaps-online = online
gaps-call-text = We are looking for an organizer! We would like something new to do { $place }: { $what }. There is too little of this, and many miss it near them. Would it suit you? Tell us your idea and we will plan it together: { $contact }
