### Help me choose: four questions and suggestions.

choose-description = Four short questions help you choose something to do near you. You can skip any of them.
choose-number = Question { $number } of 4
choose-likes = What do you like?
choose-likes-hint = Choose as many as you want. Your answers are not stored.
choose-life = What is your life like now?
choose-life-hint = You do not have to answer. Nobody sees your answer.
choose-where = Where and when can you go?
choose-where-hint = A postal code or a municipality is enough.
choose-ease = What would make it easier to come?
choose-ease-hint = You can choose several.
choose-gently = I want to start with something very small
choose-next = Next
choose-show = Show suggestions
choose-skip = Skip this question
choose-back = Previous question
choose-result = Our suggestions for you
choose-result-lead = Choose one. You can call first or bring a friend. You can also print this page.
choose-none = We found nothing to suggest with these answers. Try a longer distance, or look at everything.
choose-because = Fits your answers: { $things }
choose-wider = See everything that fits
choose-again = Change my answers
choose-sms = Send these as a text message
choose-sms-text = Show the text of the message
