# What the demo says at the top of the local Slack's page.

demo-filling = Some weeks go by first, so that there is something to look at: *{ $done } of { $weeks }*.
# $product, $support and $maps are channels.
demo-begin = In { $product } type `/amp setup` and press the button.
# $begin is the message demo-begin.
demo-look = { $begin } What comes of it can be seen in { $support } and { $maps }. The clock above skips ahead.
