# Un message qui n’est pas arrivé dans son canal : pourquoi, que faire, et le bouton pour le republier.

undelivered-text = { $kind ->
        [digest] Une synthèse n’est pas arrivée.
        [experiment] Un message sur votre expérience n’est pas arrivé.
       *[rollup] Une vue d’ensemble mensuelle n’est pas arrivée.
    }
undelivered-failed = :warning: { $kind ->
        [digest] Je n’ai pas pu publier la synthèse de l’équipe *{ $team }* dans { $channel }
        [experiment] *{ $team } :* je n’ai pas pu publier un message sur votre expérience dans { $channel }
       *[rollup] Je n’ai pas pu publier la vue d’ensemble mensuelle ({ $month }) dans { $channel }
    }. { $failure ->
        [is_archived] Ce canal est archivé : désarchivez-le
        [not_in_channel] Je n’y suis pas : tapez-y `/invite @Amp`
        [channel_not_found] Ce canal n’existe plus, ou il est privé et je n’y suis pas : tapez-y `/invite @Amp`
       *[other] Slack a refusé ({ $failure }) : veillez à ce que je puisse y publier
    }, ou choisissez un autre canal ({ $kind ->
        [rollup] `/amp rollup`
       *[other] « Réglages » dans mon onglet Accueil
    }). Puis appuyez ici.
undelivered-unknown = :warning: { $kind ->
        [digest] Une coupure est survenue pendant que je publiais la synthèse de l’équipe *{ $team }* dans { $channel }
        [experiment] *{ $team } :* une coupure est survenue pendant que je publiais un message sur votre expérience dans { $channel }
       *[rollup] Une coupure est survenue pendant que je publiais la vue d’ensemble mensuelle ({ $month }) dans { $channel }
    }, et je ne peux pas voir si l’envoi a abouti. Si le message n’y est pas, publiez-le de nouveau.

undelivered-again-button = Publier de nouveau
undelivered-on-its-way = C’est en route vers { $channel }.
undelivered-has-arrived = C’est déjà arrivé dans { $channel }.
error-message-gone = Je n’ai plus ce message et ne peux donc pas le publier de nouveau.
