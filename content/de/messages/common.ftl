# Was überall gesagt wird: Zeitpunkte, und was schiefgehen kann.

# „um“ statt „am … um“: Slack schreibt auch „heute“ und „morgen“ an diese Stelle.
moment = { "{date_long_pretty}" } um { "{time}" }
moment-pattern = EEEE, d. MMMM, HH:mm 'UTC'
day-pattern = d. MMMM
long-day-pattern = d. MMMM y
short-day-pattern = d. MMM
month-pattern = MMMM y
# Strichpunkte, weil Zahlen hier ein Komma haben: „3,75; 4; 3,5“.
row-pattern = { $before }; { $after }

# Formulare und Fenster

amp-title = Amp
cancel-button = Abbrechen
close-button = Schließen
not-now-button = Jetzt nicht
late = Das dauert länger als sonst und ist vielleicht noch nicht gespeichert. Drück den Knopf bitte noch einmal.
late-answer = Das dauert länger als sonst; ich bin noch dran.
no-worker = :warning: Im Moment läuft kein Worker von mir: Bis einer läuft, wird nichts geöffnet, verschickt oder geschlossen. Sag bitte denen Bescheid, die mich betreiben (`amp worker`).

# Was schiefgehen kann

error-our-mistake = Da ist bei mir etwas schiefgegangen; es ist vermerkt. Versuch es bitte noch einmal.
error-garbled = Dieser Knopf oder dieses Formular ist nicht so, wie ich es gemacht habe, darum habe ich nichts getan. Öffne es mit `/amp` neu.
error-not-shown = Das ist gespeichert, nur konnte ich dir nicht zeigen, was danach kommt. Du musst es nicht noch einmal tun: `/amp` und der Home-Tab wissen es schon.
error-no-worker = Im Moment läuft kein Worker von mir, also würde nichts folgen, und ich habe nichts getan. Sag denen Bescheid, die mich betreiben (amp worker), und starte den Workflow noch einmal.
error-database-unreachable = Ich komme gerade nicht an mein Gedächtnis; gespeichert wurde nichts. Versuch es in einer Minute noch einmal.
error-database-silent = Mein Gedächtnis hat nicht geantwortet. Vielleicht wurde nichts gespeichert: Versuch es in einer Minute noch einmal.
old-button = Dieser Knopf ist veraltet und tut nichts mehr. Versuch es mit `/amp`.
old-form = Dieses Formular stammt aus einer älteren Version, deshalb wurde nichts davon gespeichert. Bitte öffne es noch einmal.
error-wrong-secret = AMP_SECRET ist nicht das, mit dem diese Datenbank geschrieben wurde.
error-not-installed = In diesem Workspace bin ich nicht mehr installiert.
error-not-a-lead = Das kann nur die Leitung dieses Teams. Sprich sie an; wer das ist, zeigt `/amp team`.
error-no-team = Hier gibt es noch kein Team. `/amp setup` im Kanal deines Teams legt eins an.
error-slack-refused = { $code ->
    [expired_trigger_id] Das hat Slack zu lange gedauert. Drück bitte noch einmal.
    [exchanged_trigger_id] Dieser Klick ist schon verbraucht. Drück bitte noch einmal.
    [not_in_channel] In diesem Kanal bin ich nicht. Tipp dort `/invite @Amp` und versuch es dann noch einmal.
    [channel_not_found] Diesen Kanal sehe ich nicht. Ist er privat, tipp dort `/invite @Amp` und versuch es dann noch einmal.
    [is_archived] Dieser Kanal ist archiviert, darum lässt sich dort nichts posten. Hol ihn zuerst aus dem Archiv.
    [ratelimited] Slack bittet mich, langsamer zu machen. Versuch es bitte in einer Minute noch einmal.
    [missing_scope] Dafür fehlt mir eine Berechtigung. Wer mich installiert hat, kann sie mir geben und muss mich dazu noch einmal installieren.
   *[other] Slack hat mich das nicht tun lassen.
}
