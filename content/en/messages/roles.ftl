# The role map: which of a team's work is algorithmic, and which heuristic.

roles-title = The role map
roles-map-header = The role map
roles-intro = *{ $team }*: which kinds of work are there, and what does each need? Kinds of work, not people or job titles.
roles-empty = Nothing is on it yet. The team's leads fill it in.
# $role is what the team calls a kind of work.
roles-role = *{ $role }*: { $kind ->
    [algorithmic] algorithmic
    [heuristic] heuristic
   *[mixed] some of both
}
roles-where = { $kind ->
    [algorithmic] *Where work is algorithmic*
    [heuristic] *Where work is heuristic*
   *[mixed] *Where work is some of both*
}
# $rewards and $autonomy are a few sentences on what such work needs.
roles-rewards = *Rewards:* { $rewards }
roles-autonomy = *Autonomy:* { $autonomy }

roles-add-button = Add a kind of work
roles-edit-button = Edit
roles-remove-button = Remove
roles-remove-title = Remove it?
roles-remove-text = It is gone from the map.
roles-remove-yes-button = Remove it

# The form of one kind of work

roles-form-title = A kind of work
roles-gone = Somebody has taken this kind of work off the map meanwhile. Here is what you entered; “Save” puts it back.
roles-name-label = What do people do there?
roles-name-placeholder = such as: answering customers

# Sharing the map in the team's channel

roles-share-button = Share in the channel
roles-share-title = Share the map?
roles-share-text = Everybody in the team's channel sees it.
roles-share-yes-button = Share it
roles-on-its-way-title = Shared
roles-on-its-way = :white_check_mark: It is on its way to { $channel }.
roles-shared-text = The role map of { $team }.
roles-kind = *{ $kind }*: { $about }
roles-shared-by = Shared by { $lead }

# What goes wrong

error-nameless-role = Give this kind of work a name.
error-too-many-roles = Twelve kinds of work are enough for a picture. Put two together, or remove one.
error-role-exists = That kind of work is on the map already. Edit that one, or give this one another name.
error-no-such-role = That kind of work is no longer on the map. `/amp roles` shows what is.
