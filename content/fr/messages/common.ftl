# Ce que disent toutes les pièces : les moments, et ce qui peut mal tourner.

moment = { "{date_long_pretty}" } à { "{time}" }
moment-pattern = EEEE d MMMM 'à' HH:mm 'UTC'
day-pattern = d MMMM
long-day-pattern = d MMMM y
short-day-pattern = d MMM
month-pattern = MMMM y
# Avec un point-virgule, puisque la virgule est celle des décimales : « 3,5 ; 4 ; 3,75 ».
row-pattern = { $before } ; { $after }

# Formulaires et fenêtres

amp-title = Amp
cancel-button = Annuler
close-button = Fermer
not-now-button = Pas maintenant
late = C’est plus long que d’habitude, et ce n’est peut-être pas encore enregistré. Appuyez une nouvelle fois sur le bouton.
late-answer = C’est plus long que d’habitude ; j’y travaille encore.
no-worker = :warning: Aucun de mes processus de travail ne tourne pour l’instant : d’ici là, rien ne s’ouvre, ne part ni ne se ferme. Prévenez la personne qui gère Amp (`amp worker`).

# Ce qui peut mal tourner, où que ce soit

error-our-mistake = Quelque chose s’est mal passé de mon côté, et c’est noté. Réessayez.
error-garbled = Ce bouton ou ce formulaire n’est pas tel que je l’ai fait, je n’ai donc rien changé. Rouvrez-le avec `/amp`.
error-not-shown = C’est enregistré, mais je n’ai pas pu vous montrer la suite. Inutile de recommencer : `/amp` et l’onglet Accueil le savent déjà.
error-no-worker = Aucun de mes processus de travail ne tourne pour l’instant : rien ne suivrait, je n’ai donc rien fait. Prévenez la personne qui gère Amp (amp worker), puis relancez le workflow.
error-database-unreachable = Je n’arrive pas à joindre ma mémoire pour le moment ; rien n’a été gardé. Réessayez dans une minute.
error-database-silent = Ma mémoire n’a pas répondu. Ce que vous avez envoyé n’a peut-être pas été gardé : réessayez dans une minute.
old-button = Ce bouton vient d’un ancien message et ne fait plus rien. Essayez `/amp`.
old-form = Ce formulaire vient d’une version précédente : rien n’en a été conservé. Merci de l’ouvrir à nouveau.
error-wrong-secret = AMP_SECRET n’est pas celui avec lequel cette base de données a été écrite.
error-not-installed = Je ne suis plus installé dans cet espace de travail.
error-not-a-lead = C’est réservé aux responsables de cette équipe. `/amp team` dit à qui le demander.
error-no-team = Il n’y a pas encore d’équipe ici. Tapez `/amp setup` dans le canal de votre équipe pour en créer une.
error-slack-refused = { $code ->
    [expired_trigger_id] C’était trop long pour Slack. Appuyez encore une fois.
    [exchanged_trigger_id] Ce clic a déjà servi. Appuyez encore une fois.
    [not_in_channel] Je ne suis pas dans ce canal. Tapez-y `/invite @Amp`, puis réessayez.
    [channel_not_found] Je ne vois pas ce canal. S’il est privé, tapez-y `/invite @Amp`, puis réessayez.
    [is_archived] Ce canal est archivé : on ne peut rien y publier. Désarchivez-le d’abord.
    [ratelimited] Slack me demande de ralentir. Réessayez dans une minute.
    [missing_scope] Il me manque une autorisation pour cela. La personne qui m’a installé peut me l’accorder en m’installant de nouveau.
   *[other] Slack ne m’a pas laissé faire.
}
