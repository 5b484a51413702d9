# La vue d’ensemble mensuelle : la carte des moteurs par équipe, son formulaire, et qui l’apprend.

rollup-title = Vue d’ensemble mensuelle
rollup-about = Une fois par mois, le premier jour ouvré du mois, un canal peut lire où en étaient l’autonomie, la maîtrise et le sens dans chaque équipe de cet espace de travail : une ligne par équipe, des chiffres arrondis, par ordre alphabétique, et rien qui permette de remonter à moins de cinq personnes. Les responsables de toutes les équipes l’apprennent quand quelqu’un l’active. Sans cela, elle reste désactivée. Les personnes qui l’activent et la désactivent, et qui sont dans ce canal, reçoivent aussi sur une page les mois qu’il a lus : « Rapport de l’entreprise ».
rollup-channel-label = Canal
rollup-turn-on-button = Activer
rollup-save-button = Enregistrer
rollup-turn-off-button = Désactiver
rollup-report-button = Rapport de l’entreprise
rollup-turned-on = :white_check_mark: { $channel } reçoit la vue d’ensemble ({ $month }) le premier jour ouvré qui suit, puis chaque mois. Les responsables de toutes les équipes l’apprennent.
rollup-turned-off = :white_check_mark: Il n’y a plus de vue d’ensemble mensuelle.
rollup-announced-text = Une vue d’ensemble mensuelle est activée.
rollup-announced = { $person } a activé une vue d’ensemble mensuelle dans { $channel } : où en étaient l’autonomie, la maîtrise et le sens dans chaque équipe, la vôtre comprise. Elle montre ce que montrent les synthèses, arrondi, par ordre alphabétique ; { $who ->
        [admins] les admins de cet espace de travail peuvent la désactiver avec `/amp rollup`.
       *[leads] `/amp rollup` en dit plus et permet de la désactiver.
    }
rollup-told-to-team = { $known ->
        [yes] { $person } a activé une vue d’ensemble mensuelle dans { $channel }
       *[no] Il y a une vue d’ensemble mensuelle dans { $channel }
    }, et cette équipe y figure désormais : où en étaient l’autonomie, la maîtrise et le sens dans chaque équipe, arrondi comme ici. Les responsables peuvent en retirer cette équipe dans les réglages de `/amp team`.

# La carte elle-même

rollup-map-header = Où en étaient les équipes en { $month }
rollup-map-text = Où en étaient les équipes en { $month }. Toutes ensemble : { $scores }.
rollup-more-text = La suite des équipes, en { $month }.
rollup-small = Le dernier sondage de chaque équipe ce mois-là, de 1 à 5, arrondi. Les équipes sont par ordre alphabétique : c’est une carte, pas un classement, et aucun chiffre n’est une note pour une équipe ou ses responsables. « non affiché » : moins de cinq réponses, ou le reste aurait permis de reconnaître quelqu’un.
rollup-first-teams = Les { $teams } premières équipes ; les autres sont dans le fil.
rollup-everybody = Toutes ensemble
rollup-cell = { $shade ->
    [none] { $mean }
   *[other] { $shade } { $mean }
}
rollup-not-shown = non affiché
rollup-score = { $drive } { $cell }
rollup-line = {" : "}{ $scores }

# Ce qui peut mal tourner

error-no-roll-up = Il n’y a pas de vue d’ensemble mensuelle ici pour le moment. `/amp rollup` l’active.
