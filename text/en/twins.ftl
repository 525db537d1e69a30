### One activity from two sources: the keeper decides.

desk-twins = { $count ->
    [0] No pair waits for a decision.
    [one] 1 pair waits for a decision.
   *[other] { $count } pairs wait for a decision.
}
twins-title = One activity from two sources
twins-lead = These look like one activity that two sources tell about. Decide which one is shown. The other is hidden, and its source does not bring it back. You can take your decision back.
twins-none = No pair waits for a decision.
twins-none-here = With these organizers no pair waits for a decision.
twins-why = Why we ask:
twins-reason-provider = Same organizer
twins-reason-place = Same place
twins-reason-name = Similar name
twins-reason-times = Same times
twins-reason-no-times = Neither has times
twins-no-times = No times are told.
twins-source = Source
twins-made-here = Made here
twins-keep = The same – keep this one
twins-different = Different activities
twins-next = See the next organizers
twins-decisions = Decisions
twins-decided-same = The same activity. { $name } is shown.
twins-decided-different = Different activities. Both are shown.
twins-kept-unseen = The activity that was kept is no longer shown. If you take the decision back, the other is shown again.
twins-take-back = Take the decision back
