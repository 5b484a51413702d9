# El marco: fichas, ayuda y sugerencias.

framework-card-text = { $title }: { $summary }
framework-back-button = Atrás
framework-next-button = Siguiente: { $card }
framework-more-button = Leer más
framework-less-button = Leer menos
framework-share-button = Compartir aquí
framework-shared-by = Ficha compartida por { $person }

framework-tip = :bulb: *Consejo*  { $text }
framework-tip-titled = :bulb: *{ $title }*  { $text }
framework-warning = :warning: *Atención*  { $text }
framework-warning-titled = :warning: *{ $title }*  { $text }

framework-ideas-of-facet = *{ $facet }:* { $ideas }
framework-todo = ☐ { $todo }
framework-sources = :books: Fuente: { $sources }

# Ayuda

framework-help-header = Qué me puedes preguntar
framework-help-intro = Escribe cualquiera de estos comandos, o `/amp help` y una palabra: `/amp help remuneración`. Solo tú ves la respuesta.
framework-help-do = *Para hacer*
framework-help-read = *Para leer*
framework-command = *`{ $typed }`*
    { $summary }
framework-command-text = { $typed }: { $summary }
framework-command-for-leads = Para responsables del equipo.
framework-everything-button = Todo lo que sé
framework-help-line = `{ $typed }`  { $summary }

framework-unsure = «{ $typed }»: no tengo claro a qué te refieres. ¿Quizá a algo de esto?
framework-nothing-found = «{ $typed }»: sobre eso no tengo nada. Escribe /amp help para ver todo lo que sé.
framework-shortened = { $text }…

# Lo que puede fallar

error-unknown-topic = Ya no tengo ninguna ficha con ese nombre. `/amp help` muestra las que hay.
error-no-channel-here = Una ficha se comparte desde un canal. Escribe `/amp` allí, abre la ficha y pulsa el botón.
error-closed-channel = En este canal no puede escribir todo el mundo, así que la ficha queda solo para ti.
