# The webhook of a team: its form, its secret, and what its leads hear when it fails.

webhook-title = Webhook
webhook-about = *{ $team }*: With every digest I can send the same numbers as JSON to a program of yours, signed so that it can tell they come from me. Never more than the digest shows.
webhook-address-label = Address
webhook-address-hint = https, and on the public internet.
webhook-address-placeholder = https://example.com/hooks/amp
webhook-turn-on-button = Save and turn on
webhook-save-button = Save
webhook-on = It is on.
webhook-off = It is off.
webhook-nothing-sent = Nothing has been sent yet.
# $state is what became of the newest call, $failure is webhook-failure.
webhook-last-call = { $state ->
    [done] The last digest was taken.
    [failed] The last digest was not taken ({ $failure }); I tried { $attempts ->
            [one] { $attempts } time
           *[other] { $attempts } times
        } and gave up.
   *[waiting] The last digest was not taken yet ({ $failure }); I tried { $attempts ->
            [one] { $attempts } time
           *[other] { $attempts } times
        }.
}
# Why a call failed; $code may also be a status such as HTTP 503.
webhook-failure = { $code ->
    [not-tried] not tried
    [not-public] not public
    [no-answer] no answer in time
    [no-connection] no connection
   *[other] { $code }
}
webhook-new-secret-button = New secret
webhook-new-secret-title = Make a new secret?
webhook-new-secret-text = What is sent from now on is signed with it.
webhook-new-secret-yes-button = Make it
webhook-turn-off-button = Turn off
webhook-secret = :white_check_mark: Every digest of *{ $team }* goes to { $url } from now on. This is the secret to check signatures with. *It is shown only now:*
webhook-secret-small = Signed as Standard Webhooks says; docs/webhook.md has the rest.
webhook-saved = :white_check_mark: Every digest of *{ $team }* goes to { $url } from now on. The secret is the one you have.
webhook-turned-off = :white_check_mark: The digests of *{ $team }* are sent nowhere else any more.
# What the channel reads; $host is the server that they go to.
webhook-announced-text = The digests go elsewhere too.
webhook-announced = { $lead } has the digests of *{ $team }* sent to a program at { $host } as well, from the next one on: the numbers that stand here, and no more.

# What leads read when a receiver did not take a digest

webhook-trouble-text = A webhook did not take a digest.
webhook-gave-up = :warning: The webhook of *{ $team }* did not take its digest for a day ({ $failure }), so I gave up on that one. The next digest is sent again. `/amp webhook` has its address.
webhook-gone = :warning: The webhook of *{ $team }* says that it wants no more digests ({ $failure }), so I turned it off. `/amp webhook` has its address.

# What goes wrong

error-no-webhook = This team has no webhook. `/amp webhook` sets one up.
error-no-address = That is no address I can send to. It begins with https:// and names a public server.
error-not-public = That address is not public: I send digests out only, and never into our own network.
