# La liste à cocher d’une équipe, que cochent ses responsables.

checklist-title = La liste à cocher

checklist-progress = *{ $team } :* { $done ->
        [one] { $done } ligne cochée
       *[other] { $done } lignes cochées
    } sur { $all }.
checklist-step = { $bar } { $done } sur { $all }  *{ $step }*
checklist-ticked = { $todo } : { $who }, { $day }
checklist-ticked-by-nobody = { $todo } : quelqu’un qui n’est plus là, { $day }
checklist-ticked-by-itself = { $kind ->
    [audit] { $todo } : coché par l’état des lieux du { $day }
    [roles] { $todo } : coché par vos types de travail, { $number ->
        [one] { $number } jusqu’ici
       *[other] { $number } jusqu’ici
    }
    [fit] { $todo } : coché par la vérification du { $day }
    [four-ts] { $todo } : coché par les quatre leviers du { $day }
    [pulse] { $todo } : coché par le sondage n° { $number }, { $day }
    [cycle] { $todo } : coché par le sondage n° { $number }, { $day }, une fois les quatre abordés
    [review] { $todo } : coché par le bilan de « { $title } », { $day }
   *[experiment] { $todo } : coché par l’expérience « { $title } », commencée le { $day }
}

checklist-for-leads = Tout s’enregistre aussitôt. Seuls les responsables voient qui a coché quoi.
checklist-for-members = Ce sont les responsables de l’équipe qui la cochent. `/amp steps` explique chaque étape.

# Le rappel que les responsables reçoivent par message direct

checklist-nudge-text = La liste à cocher de votre équipe n’a pas avancé depuis un mois.
checklist-nudge = La liste à cocher de l’équipe *{ $team }* n’a pas avancé depuis un mois : { $done } sur { $all }.
checklist-nudge-next = À suivre : *{ $todo }*.
checklist-nudge-once = Ce rappel n’est envoyé qu’une fois à chaque arrêt.
checklist-open-button = Ouvrir la liste à cocher
checklist-quiet-button = Ne plus envoyer ces rappels
checklist-quiet = Entendu : plus de rappels sur cette liste à cocher. `/amp checklist` permet de les réactiver.
checklist-loud-button = Relancer si rien ne bouge
checklist-nudges = Après un mois sans avancer, les responsables reçoivent un rappel.
