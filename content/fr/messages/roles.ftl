# La carte des travaux : lesquels, dans une équipe, sont algorithmiques, et lesquels heuristiques.

roles-title = La carte des travaux
roles-map-header = La carte des travaux
roles-intro = *{ $team } :* quels types de travail y a-t-il, et que faut-il à chacun ? Des types de travail, pas des gens ni des intitulés de poste.
roles-empty = Elle est encore vide. Les responsables de l’équipe la remplissent.
roles-role = *{ $role } :* { $kind ->
    [algorithmic] algorithmique
    [heuristic] heuristique
   *[mixed] un peu des deux
}
roles-where = { $kind ->
    [algorithmic] *Là où le travail est algorithmique*
    [heuristic] *Là où le travail est heuristique*
   *[mixed] *Là où le travail tient un peu des deux*
}
roles-rewards = *Récompenses :* { $rewards }
roles-autonomy = *Autonomie :* { $autonomy }

roles-add-button = Ajouter un type de travail
roles-edit-button = Modifier
roles-remove-button = Retirer
roles-remove-title = Le retirer ?
roles-remove-text = Il disparaît de la carte.
roles-remove-yes-button = Retirer

# Le formulaire d’un type de travail

roles-form-title = Un type de travail
roles-gone = Quelqu’un a retiré ce type de travail de la carte entre-temps. Voici ce que vous avez saisi ; « Enregistrer » l’y remet.
roles-name-label = Qu’y fait-on ?
roles-name-placeholder = par exemple : répondre aux clients

# Partager la carte dans le canal de l’équipe

roles-share-button = Partager dans le canal
roles-share-title = Partager la carte ?
roles-share-text = Tout le monde dans le canal de l’équipe la verra.
roles-share-yes-button = Partager
roles-on-its-way-title = Partagée
roles-on-its-way = :white_check_mark: Elle est en route vers { $channel }.
roles-shared-text = La carte des travaux : { $team }.
roles-kind = *{ $kind } :* { $about }
roles-shared-by = Carte partagée par { $lead }

# Ce qui peut mal tourner

error-nameless-role = Donnez un nom à ce type de travail.
error-too-many-roles = Douze types de travail suffisent pour y voir clair. Réunissez-en deux, ou retirez-en un.
error-role-exists = Ce type de travail est déjà sur la carte. Modifiez celui-là, ou donnez un autre nom à celui-ci.
error-no-such-role = Ce type de travail n’est plus sur la carte. `/amp roles` montre ceux qui y sont.
