# L’état des lieux de l’étape 1 : ce qui fait avancer une équipe, vu par une personne et par l’équipe.

audit-title = Ce qui nous fait avancer
audit-system = { $system ->
        [2] Motivation 2.0
       *[3] Motivation 3.0
    }

# Les deux pages d’un état des lieux à soi

audit-page = { $system ->
        [2] *Signes de la motivation 2.0* (page { $page } sur 2).
       *[3] *Signes de la motivation 3.0* (page { $page } sur 2).
    } Dans quelle mesure chacun d’eux se vérifie-t-il là où vous travaillez ensemble ? Pensez à une semaine ordinaire, et laissez de côté ce que vous ne pouvez pas dire.
audit-hardly-option = Très peu
audit-partly-option = En partie
audit-clearly-option = Nettement
audit-skip-option = Impossible à dire
audit-next-button = Suivant
audit-see-button = Voir le résultat

# Le regard d’une personne

audit-mine-header = Votre regard
audit-mine-intro = Cherchez les signes de deux systèmes : la motivation 2.0 récompense et contrôle, la 3.0 fait confiance à l’élan de chacun. Deux pages, environ deux minutes ; vos réponses ne sont visibles que pour vous. Elles sont effacées quand un résultat de toute l’équipe est publié ; si vous répondez après, elles s’affichent à côté.
audit-begin-button = Faire l’état des lieux
audit-change-button = Modifier mes réponses
audit-kind-of-work = Le système qui convient dépend du type de travail : `/amp roles` en dresse la carte.

# Un profil : deux barres, ce qu’elles disent, et les signes qui le disent

audit-bar-unknown = { $system ->
        [2] *Motivation 2.0 :* trop peu de réponses pour se prononcer
       *[3] *Motivation 3.0 :* trop peu de réponses pour se prononcer
    }
audit-leaning-old = La motivation 2.0 l’emporte : récompenses, contrôle, et les règles avant les résultats.
audit-leaning-new = La motivation 3.0 l’emporte : choisir sa façon de faire, apprendre, et savoir à quoi cela sert.
audit-leaning-both = Les deux sont à l’œuvre, à peu près à égalité. Les gens perçoivent deux messages.
audit-leaning-neither = On ne voit guère ni l’une ni l’autre. Qu’est-ce qui fait avancer les gens ici ? Cela mérite une discussion.
audit-leaning-unknown = Il y a trop peu d’éléments pour dire laquelle des deux l’emporte.
audit-hold = { $system ->
        [2] Signes nets de la motivation 2.0
       *[3] Signes nets de la motivation 3.0
    }
audit-missing = Signes de la motivation 3.0 qui manquent

# Deux profils côte à côte

audit-both-header = Côte à côte
audit-you = Vous
audit-the-team = L’équipe
audit-differ = Là où les deux regards divergent le plus
audit-agree = Les deux regards concordent sur tous les signes.
audit-both = Vous : { $you ->
        [hardly] très peu
        [clearly] nettement
       *[partly] en partie
    }. L’équipe : { $team ->
        [hardly] très peu
        [clearly] nettement
       *[partly] en partie
    }.

# Le regard de l’équipe

audit-team-header = Le regard de l’équipe
audit-team-asked = L’équipe est interrogée : les invitations arrivent par message direct, le résultat paraît dans le canal à la clôture.
audit-team-not-asked = Les responsables et l’équipe ne voient souvent pas le même lieu de travail. L’équipe n’a pas encore été interrogée ; ses réponses sont confidentielles, scellées comme celles du baromètre.
audit-team-result = État des lieux n° { $number } : { $told }
audit-ask-button = Interroger l’équipe
audit-ask-again-button = Interroger de nouveau
audit-ask-title = Interroger l’équipe ?
audit-ask-text = Toutes les personnes qui reçoivent le baromètre reçoivent maintenant les douze signes par message direct.
audit-ask-yes-button = Interroger

# Ce que lit le canal

audit-result-header = Ce qui nous fait avancer : état des lieux n° { $number }
audit-result-text = { $team }, ce qui nous fait avancer : l’état des lieux est clos.
audit-took-part = { $answered ->
        [one] *{ $answered } personne sur { $asked }* a répondu.
       *[other] *{ $answered } personnes sur { $asked }* ont répondu.
    }{ $outcome ->
        [lost] {" "}La clé qui ouvre ces réponses est perdue : personne ne peut les lire.
        [too-few] {" "}Les résultats ne sont affichés qu’à partir de { $quorum } réponses ; ceux-ci n’ont donc pas été gardés.
        [withheld] {" "}Un autre groupe qui a des membres en commun avec cette équipe a reçu ses résultats récemment, et la différence ne porterait que sur quelques personnes : ceux-ci n’ont donc pas été conservés.
       *[shown] {""}
    }
audit-beside-button = Comparer avec mon regard
audit-rounded = Résultats arrondis, pour que l’on ne puisse y reconnaître personne. Votre propre regard n’est visible que pour vous.

# Les questions, par message direct ; le reste de ces messages est dans pulse.ftl

audit-invitation = :wave: *{ $team }*, état des lieux n° { $number } : qu’est-ce qui fait avancer cette équipe ? Une douzaine de signes à chercher, environ deux minutes. Clôture : { $closes }.
audit-invitation-text = { $team } : qu’est-ce qui fait avancer cette équipe ? Une douzaine de signes à chercher, environ deux minutes.
audit-reminder = *{ $team } :* l’état des lieux n° { $number } se termine { $closes }. Si vous souhaitez donner votre avis, comptez environ deux minutes.
audit-reminder-text = { $team } : l’état des lieux est encore ouvert.
audit-waiting = *{ $team }*, état des lieux n° { $number } : environ deux minutes. Clôture : { $closes }.
audit-form-intro = *{ $team }*, état des lieux n° { $number }. Dans quelle mesure chacun de ces signes se vérifie-t-il *dans cette équipe ?*
audit-receipt-until = Vous pouvez encore changer vos réponses ; les dernières comptent. Clôture : { $closes }. Le résultat paraît ensuite dans { $channel }.

# Ce qui peut mal tourner

error-too-few-to-ask = En dessous de { SPELLED($quorum) } personnes, rien ne pourrait jamais être affiché : l’équipe n’est donc pas interrogée. Que chaque personne fasse l’état des lieux de son côté ; parlez ensuite de ce que vous voyez différemment.
error-audit-open = L’état des lieux de l’équipe est en cours. Son résultat vient de lui-même à la clôture.
error-audited-this-week = L’équipe a fait son état des lieux cette semaine. Ce qu’il regarde change lentement : la semaine prochaine, ce sera encore tôt.
