# Les expériences : ce qu’une équipe essaie pendant quelques sondages pour faire bouger un moteur, et
# le bilan qui suit.

experiments-text = Expériences : { $team }

# En lancer une

experiments-try-button = Essayer
experiments-not-for-us-button = Pas pour nous
experiments-rejected = :white_check_mark: Je ne proposerai plus *{ $title }* à cette équipe.
experiments-suggestion-works = *À quoi cela se voit :* { $metric }
experiments-suggestion-guarded = { $risk ->
    [none] {""}
   *[other] *Ce qui peut mal tourner :* { $risk }{" "}
}*Garde-fou :* { $goal }
experiments-suggestion-effort = { $effort ->
    [small] peu d’effort
    [medium] un certain effort
   *[large] beaucoup d’effort
} · { $who ->
    [each] chaque personne de son côté
    [pair] à deux
    [lead] les responsables commencent
   *[team] l’équipe ensemble
}
experiments-suggestion-from = { $count ->
    [0] issu de la pratique
   *[other] { $sources }
}
experiments-others-button = D’autres idées
experiments-others-text = D’autres idées pour { $team }
experiments-others = *D’autres idées, au choix*
experiments-no-others = Il n’y en a pas d’autres pour l’instant. `/amp experiment` les montre toutes.
experiments-own-words-button = Avec nos propres mots
experiments-suggestion = *{ $title }*
    { $what }
experiments-start-title = Lancer une expérience
experiments-start-intro = *{ $team } :* un seul changement, un seul moteur, un seul bilan, à un moment fixé d’avance. { $channel } lira ce que vous écrivez ici.
experiments-start-too-early = :information_source: Un bilan compare avec au moins { SPELLED($fewest) } sondages antérieurs ; jusqu’ici, { $rounds ->
        [0] aucun ne s’y prête
        [1] un seul s’y prête
       *[other] seuls { SPELLED($rounds) } s’y prêtent
    }. On peut lancer l’expérience maintenant et en parler ensuite, mais les chiffres ne diront pas si elle a aidé.
experiments-name-label = Nom
experiments-what-label = Ce qui change
experiments-drive-label = Ce que cela devrait faire bouger
experiments-goal-label = Garde-fou : ce qui doit rester vrai
experiments-goal-hint = La liberté sans comptes à rendre tourne au chaos.
experiments-metric-label = À quoi tout le monde peut le voir
experiments-rounds-label = Bilan après
experiments-rounds-option = { $rounds } sondages
experiments-start-button = Lancer
experiments-started-title = C’est lancé
experiments-started = :white_check_mark: *{ $title }* commence avec le sondage n° { $first }. { $channel } est prévenu maintenant, chaque synthèse dit que l’expérience est en cours, et le bilan y paraît après le sondage n° { $last }.

# Ce que lit le canal quand elle commence

experiments-announced-text = Une expérience commence : { $title }
experiments-announced = :test_tube: { $lead } a lancé une expérience : *{ $title }*
experiments-what = > { $what }
experiments-should-move = *Devrait faire bouger :* { $drive }
experiments-guard-rail = *Garde-fou :* { $goal }
experiments-how-to-tell = *À quoi le voir :* { $metric }
experiments-announced-when = Elle commence avec le sondage n° { $first } ; le bilan vient après le sondage n° { $last }, { SPELLED($rounds) } sondages en tout. On demandera alors à tout le monde s’il faut la garder. `/amp experiment`

# Une ligne dans la synthèse tant qu’elle dure

experiments-running = Expérience ({ SMALL($drive) }) : { $title }. { $stage ->
        [reviewed] Le bilan est fait, les responsables décident de la suite.
        [ahead] Elle commence au prochain sondage ; bilan après le sondage n° { $last }.
        [last] Sondage { $rounds } sur { $rounds } : le bilan suit.
       *[under-way] Sondage { $round } sur { $rounds } ; bilan après le sondage n° { $last }.
    } Garde-fou : { $goal }.

# Le bilan, avec la question à tout le monde

experiments-review-text = Le bilan : { $review }
experiments-review = :mag: *Le bilan de notre expérience*
experiments-review-guard-rail = Garde-fou : { $goal }
    A-t-il tenu ? C’est vous qui le savez le mieux.
experiments-review-question = *Faut-il la garder ?*
experiments-review-until = Un clic ; le dernier compte. Fin du vote : { $until }. Ensuite, les responsables décident. Les souhaits sont comptés sans noms ; en dessous de cinq, rien n’est affiché.
experiments-keep-button = La garder
experiments-longer-button = L’essayer plus longtemps
experiments-drop-button = L’abandonner
experiments-vote-taken = :white_check_mark: C’est noté, sans votre nom. Vous pouvez encore appuyer sur un autre bouton ; le dernier compte. Fin du vote : { $until }.

# Ce que l’équipe souhaite, autant qu’il peut se dire

experiments-wishes-coming = Les souhaits de l’équipe sont en cours de décompte ; le résultat suit ici.
experiments-wishes-too-few = Moins de cinq personnes ont exprimé un souhait : rien n’est donc affiché, et rien n’a été gardé.
experiments-wishes-counted = { $people } personnes ont exprimé un souhait. La garder : { $keep } ; l’essayer plus longtemps : { $longer } ; l’abandonner : { $drop }.
experiments-wishes-most = { $people } personnes ont exprimé un souhait ; le plus fréquent : { $most ->
        [keep] la garder
        [longer] l’essayer plus longtemps
       *[drop] l’abandonner
    }.
experiments-wishes-divided = { $people } personnes ont exprimé un souhait ; aucun ne l’emporte nettement.

# Ce que décident les responsables

experiments-decision-text = { $team } : une expérience attend votre décision.
experiments-decision = :mag: *{ $team } :* que devient l’expérience ?
experiments-decided-text = C’est décidé : { $title }
experiments-kept = :white_check_mark: *{ $title }* reste : { $lead } a décidé de garder l’expérience.
experiments-dropped = :checkered_flag: *{ $title }* s’arrête ici : { $lead } a décidé d’abandonner l’expérience.
experiments-longer = :repeat: *{ $title }* continue : { $lead } a décidé de prolonger l’essai. Bilan après le sondage n° { $last }.
experiments-not-decided = :checkered_flag: Le bilan de *{ $title }* est fait et personne n’a décidé : l’expérience est close, sans décision. À vous de garder ou non ce que vous avez changé ; une autre peut commencer.
experiments-ended-early-text = Arrêtée avant la fin : { $title }
experiments-ended-early = :checkered_flag: { $lead } a mis fin plus tôt que prévu à l’expérience *{ $title }*.
experiments-done = :white_check_mark: *{ $title } :* { $end }. { $channel } est prévenu, et `/amp experiment` s’en souvient.
experiments-end = { $end ->
        [kept] gardée
        [dropped] abandonnée
        [early] arrêtée avant la fin
        [undecided] sans décision
        [team-ended] terminée avec l’équipe
       *[other] terminée
    }

experiments-change-date-button = Changer la date du bilan
experiments-end-early-button = Arrêter avant la fin
experiments-end-early-title = Arrêter l’expérience ?
experiments-end-early-sure = Le canal est prévenu, avec ce que les sondages permettent de dire jusqu’ici. Elle ne pourra pas reprendre.
experiments-end-early-yes-button = Arrêter

experiments-later-title = Repousser le bilan
experiments-when-title = Quand faire le bilan
experiments-when = *{ $title } :* { $rounds ->
        [0] aucun sondage clos
        [1] un sondage clos
       *[other] { SPELLED($rounds) } sondages clos
    } depuis le début.
experiments-when-label = Bilan
experiments-when-option = après le sondage n° { $pulse } ({ $rounds } sondages en tout)
experiments-when-small = Plus de sondages en disent plus. Changer la date pour tomber sur une bonne semaine n’apprend rien.
experiments-when-button = Enregistrer
experiments-moved-title = Date du bilan
experiments-moved = :white_check_mark: *{ $title } :* bilan après le sondage n° { $last } ; il paraîtra dans { $channel }.

# `/amp experiment`

experiments-overview-header = Expériences : { $team }
experiments-current = :test_tube: *{ $title }*
    { $progress }
experiments-progress-decision = Le bilan est fait ; les responsables décident de la suite.
experiments-progress-voting = Le bilan est fait ; les boutons du canal demandent à tout le monde s’il faut la garder. Fin du vote : { $until }.
experiments-progress-ahead = Elle commence avec le sondage n° { $first } ; bilan après le sondage n° { $last }.
experiments-progress = { $over ->
        [0] Aucun sondage sur { SPELLED($rounds) } n’est passé
        [1] Un sondage sur { SPELLED($rounds) } est passé
       *[other] { BIG(SPELLED($over)) } sondages sur { SPELLED($rounds) } sont passés
    } ; bilan après le sondage n° { $last }.
experiments-nothing = Rien n’est à l’essai pour le moment. Les responsables de l’équipe peuvent lancer quelque chose ; `/amp autonomy`, `/amp mastery` et `/amp purpose` ont des idées à proposer.
experiments-nothing-for-leads = Rien n’est à l’essai pour le moment. Partez d’une idée, ou de la vôtre :
experiments-ideas-placeholder = Choisir une idée
experiments-ideas-group-label = { $drive } : { $facet }
experiments-past = *Déjà essayé*
experiments-past-pulses = { $rounds ->
        [0] aucun sondage
        [1] sondage n° { $first }
       *[other] sondages n° { $first } à { $last }
    }
experiments-past-more = { $more ->
        [one] et { $more } autre, plus ancienne
       *[other] et { $more } autres, plus anciennes
    }

# Ce qui peut mal tourner

error-one-experiment-at-a-time = L’équipe a déjà une expérience, et l’on ne saurait pas distinguer l’effet de deux à la fois. `/amp experiment` la montre.
error-field-is-blank = Écrivez quelque chose ici : toute l’équipe le lira.
error-unknown-drive = Choisissez l’un des moteurs.
error-not-a-review-round = Ce moment est déjà passé, ou laisse trop peu de sondages pour comparer. Choisissez-en un plus tardif.
error-experiment-has-ended = Cette expérience est déjà terminée. `/amp experiment` montre ce qu’il en est sorti.
error-not-reviewed-yet = Cette expérience n’a pas encore son bilan. `/amp experiment` permet de l’arrêter avant la fin.
error-reviewed-already = Cette expérience vient d’avoir son bilan. `/amp experiment` a les boutons pour décider.
error-vote-closed = Les souhaits sont déjà comptés, rien n’a donc changé. `/amp experiment` montre ce qu’il en est sorti.
error-no-vote = Seules les personnes interrogées dans cette équipe disent s’il faut la garder.
error-unknown-idea = Je n’ai plus cette idée. `/amp experiment` montre celles qu’il y a.
error-up-to-the-leads = Lancer une expérience revient aux responsables de l’équipe : { $leads }. Si vous aimeriez essayer cela, dites-le-leur ; ensuite, on demande à tout le monde s’il faut la garder.
