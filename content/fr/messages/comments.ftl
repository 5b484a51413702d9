# Les commentaires : une ligne à la fin du formulaire, montrée sans nom dans le fil de la synthèse, et
# la réponse d’une personne responsable, qui arrive sans que nul ne sache chez qui.

# Le formulaire

comments-label = Qu’est-ce qui a aidé, ou gêné ?
comments-hint = Facultatif, { $longest } caractères. Montré sans votre nom, à partir de { SPELLED($fewest) } commentaires et de { SPELLED($quorum) } réponses ; sinon effacé sans lecture. Votre style peut vous trahir. Si vous envoyez plusieurs formulaires, le dernier compte, avec cette ligne.
comments-may-answer-label = Si quelqu’un souhaite vous répondre
comments-may-answer-option = Une réponse des responsables par message direct, sans savoir qui je suis

# Dans le fil de la synthèse

comments-intro = :speech_balloon: *{ $comments } commentaires sur le sondage n° { $number }*, dans le désordre et sans noms. { $kind ->
    [prompt] La question était : { $prompt }
   *[usual] Lisez-les comme ce qui occupe les esprits, pas comme un vote, et ne cherchez pas de qui ils sont.
}
comments-one-text = Un commentaire sur le sondage n° { $number }.
comments-quoted = « { $words } »
comments-answer-button = Répondre
comments-hide-button = Masquer
comments-hide-title = Masquer ?
comments-hide-sure = Masquez un commentaire qui nomme quelqu’un, pas un commentaire difficile à entendre. Tout le monde verra qu’un commentaire a été masqué ici. On ne peut pas revenir en arrière.
comments-hide-yes-button = Masquer
comments-hidden = :see_no_evil: Un commentaire a été masqué ici par les responsables, parce qu’il nomme quelqu’un.
comments-hidden-done = Il est masqué. Tout le monde voit qu’un commentaire a été masqué ici.
comments-burn-button = De moi : pas de réponse
comments-burn-title = Pas de réponse ?
comments-burn-sure = Si ces mots sont de vous, votre adresse est brûlée et aucune réponse ne vous parvient. Sinon, il ne se passe rien.
comments-burn-yes-button = Brûler
comments-burned = C’est noté. Si ce commentaire est de vous, son adresse est brûlée d’ici une minute et plus aucune réponse ne vous parvient. Sinon, rien ne change.

# Une personne responsable répond

comments-answering-title = Répondre
comments-answering = Votre réponse part par message direct à la personne qui a écrit ce commentaire, et à elle seule. Elle porte le nom de votre équipe et pas le vôtre, sauf si vous l’écrivez. Vous ne saurez pas qui la lit, et cette personne ne peut pas vous répondre.
comments-answering-label = Votre réponse
comments-send-button = Envoyer
comments-answer-sealed = :lock: C’est scellé. Votre réponse part { $when ->
        [now] dans la demi-heure
       *[later] de jour, dans la demi-heure qui suit { $day }
    }, à un moment tiré au sort, pour que personne ne devine à qui elle va au téléphone qui sonne. Si l’adresse est brûlée avant, elle n’arrive à personne. Ensuite, l’adresse est détruite.
comments-answer-lost = :warning: Votre réponse à un commentaire n’a pas pu être remise : la clé de son adresse est perdue. Si elle compte pour vous, écrivez-la dans le fil de la synthèse, où tout le monde la lira.

# La réponse, par DM

comments-answer = :envelope: Parmi les responsables de l’équipe *{ $team }*, quelqu’un a répondu à l’un de vos commentaires :
comments-answer-small = La personne qui a répondu ne sait pas que c’est à vous, et le chemin jusqu’à vous est maintenant détruit. Elle ne se trouve qu’ici ; effacez-la, et elle disparaît.
comments-delete-button = Effacer ce message

# Ce qui ne va pas

error-comment-too-long = Il y a { $length } caractères, pour { $longest } au plus. Raccourcissez, s’il vous plaît ; rien n’est encore parti.
error-comment-is-blank = Il n’y a que des blancs ici. Écrivez quelque chose, ou laissez vide.
error-answer-too-long = Il y a { $length } caractères, pour { $longest } au plus. Raccourcissez, s’il vous plaît ; rien n’est encore parti.
error-answer-is-blank = Il n’y a que des blancs ici. Écrivez votre réponse, ou fermez cette fenêtre.
error-address-gone = Ce commentaire ne prend plus de réponse : il en a reçu une, son adresse a été brûlée, ou quatre semaines ont passé. Vous pouvez toujours écrire dans le fil, où tout le monde le lira.
error-answered-already = Quelqu’un d’autre vient de répondre à ce commentaire, et chaque commentaire en reçoit une seule. La vôtre n’est pas partie ; vous pouvez la copier d’ici et l’écrire dans le fil.
