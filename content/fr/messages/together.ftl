# Deux équipes trop petites pour des chiffres, interrogées ensemble. $team a demandé ; $host a été sollicitée et garde ses sondages.

together-option = être interrogés avec une autre équipe
together-label = Avec l’équipe de
together-hint = Le canal d’une autre petite équipe. Ses responsables décident ; s’ils acceptent, tous lisent les deux noms, et les sondages viennent à son rythme.

together-request-text = Interroger { $team } et { $host } ensemble ?
together-request = { $lead } pose la question : faut-il interroger *{ $team }* et *{ $host }* ensemble ? Chacune compte moins de { SPELLED($quorum) } personnes, trop peu pour des chiffres. Ensemble, il pourrait y en avoir.
together-means =
    Si vous acceptez :
    • Les prochains sondages interrogent les deux équipes comme une seule, selon les réglages de *{ $host }* : son jour, son heure, ses responsables.
    • La synthèse paraît dans les canaux des deux et dit qu’elle vaut pour les deux, tout comme les commentaires. Il n’y a pas de chiffres pour l’une seule.
    • Les canaux des deux en sont informés. Les responsables de chacune peuvent y mettre fin à tout moment, dès le sondage suivant.
together-lapses = Sans réponse, la demande expire après deux semaines.
together-agree-button = Accepter
together-decline-button = Non, merci
together-agreed = :white_check_mark: *{ $teams }* sont interrogées ensemble à partir du prochain sondage. Les canaux des deux en sont informés. `/amp team` y met fin.
together-declined = D’accord, rien ne change. Les responsables qui l’ont demandé le sauront.
together-over = { $how ->
        [declined] L’autre équipe préfère ne pas être interrogée avec *{ $team }*.
       *[lapsed] En deux semaines, personne n’a répondu si *{ $team }* peut être interrogée avec l’autre équipe ; la demande a donc expiré.
    } Rien ne change ; `/amp team` mène aux réglages, pour en solliciter une autre.

together-news = :handshake: *{ $team }* et *{ $host }* sont interrogées ensemble à partir du prochain sondage, comme une seule équipe : trop petites chacune, assez grandes à deux. Les sondages viennent selon les réglages de *{ $host }* ; la synthèse paraît dans les canaux des deux et dit qu’elle vaut pour les deux. Il n’y a pas de chiffres pour l’une seule. { $lead } a accepté ; les responsables de chacune peuvent y mettre fin à tout moment.
together-news-over = { $lead } y a mis fin : à partir du prochain sondage, *{ $team }* et *{ $host }* ne sont plus interrogées ensemble. La synthèse d’un sondage en cours paraît encore chez les deux.

together-waits = Les responsables de l’autre équipe ont reçu la question. Tant qu’ils n’ont pas accepté, rien ne change.
together-card = Interrogée avec *{ $team }*, dans les sondages de *{ $host }*. La synthèse vaut pour les deux et paraît chez les deux ; il n’y a pas de chiffres pour l’une seule.
together-end-button = Être de nouveau interrogés seuls
together-ended = À partir du prochain sondage, les deux ne sont plus interrogées ensemble. Les deux canaux en sont informés.

error-asked-together = Cette équipe est interrogée avec *{ $team }*, dont les responsables décident quand. `/amp team` a un bouton pour être de nouveau interrogés seuls.
error-no-sister = Je n’y connais pas d’équipe que vous pourriez choisir. Indiquez le canal d’une autre équipe dont le baromètre est en place et que vous pouvez voir.
error-sister-too-large = Seules des équipes de moins de { SPELLED($quorum) } personnes sont interrogées ensemble : si l’une a ses propres chiffres, leur comparaison avant et après dirait ce que les quelques nouveaux ont répondu.
error-still-too-few = Même ensemble, cela fait moins de { SPELLED($quorum) } personnes ; il n’y aurait donc pas de chiffres.
error-sister-taken = L’une des deux est déjà interrogée avec une autre équipe.
error-sister-without-lead = Cette équipe n’a pas de responsable en ce moment, donc personne ne pourrait accepter. Quelqu’un de son canal peut le devenir : `/amp team`.
error-sister-asked-first = Ses responsables vous ont demandé la même chose : le bouton se trouve dans le message que je vous ai envoyé.
error-request-over = C’est terminé : la demande a reçu une réponse, a été retirée ou a expiré.
