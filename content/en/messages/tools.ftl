# What several tools say.

tools-yes-option = Yes
tools-no-option = No
tools-save-button = Save
# Two have changed the same thing at once; $fields are the labels of what both changed. The form follows.
tools-contested = This has been changed since you opened the form, and you changed it too: { $fields }. Here is what you entered; “Save” keeps it.

# An idea to try, with the guard rails that keep it accountable. $what is two or three sentences.
tools-idea = *{ $title }*. { $what }
tools-idea-goal = _Goal:_ { $goal }
tools-idea-metric = _How to tell:_ { $metric }
