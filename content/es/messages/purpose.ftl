# La frase propia del paso 4: a quién ayuda este trabajo.

purpose-title = Mi propósito
purpose-sentence-label = ¿A quién ayuda este trabajo, y con qué?
purpose-sentence-placeholder = Ayudo a … a …, para que …
purpose-form = Con tus propias palabras; no es obligatorio tener una frase. Se queda contigo hasta que la compartas.
purpose-private = Se guarda bajo llave. En Slack, nadie la ve antes de que la compartas.

purpose-change-button = Cambiarla
purpose-delete-button = Borrarla
purpose-delete-title = ¿Borrarla?
purpose-delete-text = Tu frase desaparece para siempre.
purpose-deleted = Se borró. `/amp my purpose` empieza de nuevo.

# Compartirla en el canal de un equipo

purpose-share-in = ¿Compartirla en { $channel }?
purpose-share-button = Compartir
purpose-share-title = ¿Compartirla?
purpose-share-text = La ve todo el canal, con tu nombre.
purpose-shared-in = :white_check_mark: Compartida en { $channel }.
purpose-shared = { $person } dice a quién ayuda este trabajo:
purpose-shared-text = Alguien dice a quién ayuda este trabajo.

# Lo que puede fallar

error-no-sentence = Aquí hacen falta unas palabras. O cierra esta ventana: no es obligatorio tener una frase.
error-nothing-to-share = Ya no hay ninguna frase que compartir. `/amp my purpose` empieza una nueva.
