# `/amp question` : une affirmation propre à l’équipe, pendant quelques sondages

custom-title = Une question à vous
custom-intro = Une affirmation de plus, posée à *{ $team }* à chaque sondage, sur la même échelle, de « pas du tout d’accord » à « tout à fait d’accord ». Elle figure à côté de l’autonomie, de la maîtrise et du sens, jamais dedans, selon les mêmes règles : à partir de cinq réponses, et un changement n’est annoncé que s’il en est vraiment un.
    Le canal lit ce que vous demandez, que cela vient de vous, et pour combien de temps.
custom-text-label = L’affirmation
custom-text-placeholder = Cette semaine, nous avons eu le temps de tester.
custom-text-hint = Une seule idée, { SPELLED($most) } mots au plus, sur la semaine et sur personne en particulier ; être d’accord est une bonne nouvelle.
custom-rounds-label = Pendant combien de temps
custom-rounds-option = { $rounds ->
        [one] un sondage
       *[other] { $rounds } sondages
    }
custom-add-button = Ajouter
custom-hint = La question propre à votre équipe ; `/amp question` dit de qui elle vient.
custom-text = { $team } : sa propre question
custom-none = *{ $team }* ne demande rien de particulier en ce moment. Ses responsables peuvent ajouter une affirmation pour quelques sondages.
custom-card = *{ $team }* répond aussi à : « { $text } » { $left ->
        [0] Au sondage en cours, et plus ensuite
        [one] Encore une fois
       *[other] Aux { $left } prochains sondages
    }{ $by ->
        [somebody] , ajoutée par { $lead }.
       *[unknown] .
    }
custom-end-button = Ne plus la poser
custom-added = :white_check_mark: L’affirmation « { $text } » est posée à *{ $team }* { $left ->
        [one] au prochain sondage
       *[other] aux { $left } prochains sondages
    }. Le canal en est informé. `/amp question` y met fin.
custom-ended = :white_check_mark: À partir du prochain sondage, la question n’est plus posée à *{ $team }*. Ce que les synthèses ont dit reste.
custom-news-added = { $lead } a ajouté une question propre à *{ $team }* : « { $text } » Elle est posée { $left ->
        [one] au prochain sondage
       *[other] aux { $left } prochains sondages
    }, scellée comme les autres ; la synthèse la donne à côté des trois moteurs, à partir de cinq réponses.
custom-news-ended = { $lead } a mis fin à la question « { $text } » de l’équipe *{ $team }* ; à partir du prochain sondage, elle n’est plus posée.

custom-joints = et, ou, ainsi que, &, /, +, ;
custom-rude = merde, merdique, putain, connard, connards, connasse, con, cons, conne, salaud, salope, idiot, idiots, idiote, imbécile, imbéciles, stupide, fuck
error-nothing-asked = Écrivez l’affirmation avec laquelle on peut être d’accord, ou non.
error-too-many-words = Cela fait { $words } mots. Dites-le en { SPELLED($most) } au plus, pour que cela se lise d’un coup d’œil.
error-not-a-statement = Écrivez une affirmation plutôt qu’une question, pour qu’on puisse être d’accord : « Nous avons eu le temps de tester » au lieu de « Avons-nous eu le temps de tester ? »
error-two-ideas = « { $joint } » relie deux idées, et une personne d’accord avec une seule des deux ne pourrait pas répondre. Gardez l’une des deux.
error-names-somebody = « { $word } » désigne une personne, un canal ou une page : les réponses porteraient sur quelqu’un. Parlez du travail.
error-asked-already = Amp pose déjà « { $text } ». Demandez autre chose.
error-too-many-characters = Dites-le en { $most } caractères au plus, pour que cela se lise d’un coup d’œil.
error-rude-statement = Il y a là un gros mot. Dites-le autrement : on répond à ce qu’on peut lire au calme.
error-custom-already = L’équipe a déjà sa propre question, et une à la fois suffit. `/amp question` la montre et y met fin.
error-no-custom = Cette question n’est plus posée. `/amp question` montre ce qui est demandé.
