# L’onglet Accueil : ce qui attend une personne, où en sont ses équipes, ce qui vient ensuite.

home-waiting-header = En cours
home-in-no-team = Rien encore : vous n’êtes dans aucune équipe. Pour en lancer une, allez dans le canal de votre équipe et tapez-y `/amp setup`. Les gens du canal deviennent l’équipe, et tout le formulaire est déjà rempli.
home-nothing = Rien.
home-nothing-waits = Rien. Le prochain sondage s’ouvre { $opens }.

# Où en sont les équipes

home-teams-header = Où en sont vos équipes
home-no-round = *{ $team } :* aucun sondage n’est encore clos.
home-last-round = *{ $team }*, sondage n° { $number } ({ $day }) : { $answered ->
        [one] { $answered } réponse
       *[other] { $answered } réponses
    } sur { $asked }.
home-last-round-in-channel = *{ $team }*, sondage n° { $number } ({ $day }) : { $answered ->
        [one] { $answered } réponse
       *[other] { $answered } réponses
    } sur { $asked }. La synthèse complète est dans { $channel }.
home-not-shown = Ses résultats ne sont pas affichés : trop peu de réponses, ou rien n’a été gardé.
home-drive = { $verdict ->
    [fell] { $bar }  _baisse annoncée au sondage n° { $number }_
    [rose] { $bar }  _hausse annoncée au sondage n° { $number }_
    [low] { $bar }  _inhabituellement bas dans ce seul sondage_
    [high] { $bar }  _inhabituellement haut dans ce seul sondage_
    [noise] { $bar }  _comme d’habitude_
    [learning] { $bar }  _encore en apprentissage_
   *[none] { $bar }
}
home-drive-about = *{ $name }* : { $about }
home-drives = De 1 à 5, selon à quel point on est d’accord pour dire qu’on en dispose. { $drives }
home-more-teams = Et { $teams ->
        [one] { $teams } autre
       *[other] { $teams } autres
    } : `/amp trends` suivi du nom d’une équipe.

# Ce qui vient ensuite

home-next-header = Votre prochain pas
home-next-news = *À voir ensemble dans { $team } : la { $kind ->
    [up] hausse
   *[down] baisse
} côté { SMALL($name) }* (sondage n° { $number }).
    À discuter ensemble : { SMALL($question) }
home-next-move = Un pas possible : *{ $title }.* { $what }
home-next-todo = *{ $todo }*
    { $how }
    _{ $step }. { $why } À suivre sur la liste à cocher de l’équipe { $team }._
home-read-button = En savoir plus
home-first-card = *{ $title }*
    { $summary }
home-all-done = Tout est fait sur votre liste à cocher. `/amp experiment` montre quoi essayer ensuite, `/amp help` donne la liste complète.

# Pour les responsables

home-leads-header = Pour les responsables
home-team = *{ $team }*
home-response = Taux de réponse : { $rounds ->
    [0] aucun sondage n’est encore clos.
    [one] { $rate } % au dernier sondage.
   *[other] { $rate } % sur les { $rounds } derniers sondages.
}
home-checklist = Liste à cocher : { $done } sur { $all }.
home-tried = Déjà essayé : { $experiments }.
home-tried-one = { $title } ({ $end })
home-tried-more = { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    }
home-settings-button = Réglages
home-ask-now-button = Interroger maintenant
home-experiments-button = Expériences
home-experiments-title = Expériences
home-report-button = Rapport
home-checklist-button = Liste à cocher

home-help = { $who ->
    [lead] *Vous êtes responsable d’une équipe. Le plus utile maintenant :*
    [member] *Vous êtes dans une équipe. Le plus utile maintenant :*
   *[newcomer] *Vous n’êtes encore dans aucune équipe. Pour commencer :*
}
home-help-next = *À suivre sur votre liste à cocher :* { $todo }. { $how }
