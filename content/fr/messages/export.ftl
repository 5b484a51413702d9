# `/amp export` : les synthèses d’une équipe en fichiers, pour ses responsables.

export-done = :white_check_mark: Les fichiers CSV et JSON sont dans nos messages directs.
export-comment = { $digests ->
        [one] Ce que la synthèse de l’équipe *{ $team }* a montré.
       *[other] Ce que les { $digests } synthèses de l’équipe *{ $team }* ont montré.
    } Chiffres arrondis comme dans les synthèses ; ce qui n’y était pas affiché n’est pas ici non plus.
export-as-text-text = Les synthèses en texte
export-as-text = Je ne peux pas envoyer de fichiers ici (il me faudrait l’autorisation `files:write`) ; voici donc ce que les synthèses de l’équipe *{ $team }* ont montré. La personne qui gère Amp obtient tout en ligne de commande : `amp export` et le nom de l’équipe, `--json` pour du JSON.
export-as-text-newest = Je ne peux pas envoyer de fichiers ici (il me faudrait l’autorisation `files:write`) ; voici donc les { $shown } lignes les plus récentes, sur { $all }, de ce que les synthèses de l’équipe *{ $team }* ont montré. La personne qui gère Amp obtient tout en ligne de commande : `amp export` et le nom de l’équipe, `--json` pour du JSON.

# Ce qui peut mal tourner

error-nothing-to-export = Aucun sondage de cette équipe n’est encore clos : il n’y a rien à exporter.
