# El panorama mensual: el mapa de los impulsos por equipo, su formulario, y a quién se avisa.

rollup-title = Panorama mensual
rollup-about = Una vez al mes, el primer día laborable, un canal puede leer cómo estaban la autonomía, la maestría y el propósito en cada equipo de este espacio de trabajo: una línea por equipo, con cifras redondeadas, por orden alfabético y sin nada que lleve a menos de cinco personas. Cuando se activa, se avisa a las personas responsables de todos los equipos. Está desactivado salvo que alguien lo active. Quien lo activa y desactiva, y está en ese canal, recibe también en una página los meses que ha leído: «Informe de la empresa».
rollup-channel-label = Canal
rollup-turn-on-button = Activar
rollup-save-button = Guardar
rollup-turn-off-button = Desactivar
rollup-report-button = Informe de la empresa
rollup-turned-on = :white_check_mark: { $channel } recibe el panorama de { $month } el primer día laborable después de ese mes y, desde entonces, cada mes. Se avisa a las personas responsables de todos los equipos.
rollup-turned-off = :white_check_mark: Ya no hay panorama mensual.
rollup-announced-text = Se activó un panorama mensual.
rollup-announced = { $person } activó un panorama mensual en { $channel }: cómo estaban la autonomía, la maestría y el propósito en cada equipo, el tuyo incluido. Muestra lo que muestran los resúmenes, redondeado y por orden alfabético; { $who ->
        [admins] quienes administran este espacio lo desactivan con `/amp rollup`.
       *[leads] `/amp rollup` cuenta más y lo desactiva.
    }
rollup-told-to-team = { $known ->
        [yes] { $person } activó un panorama mensual en { $channel }
       *[no] Hay un panorama mensual en { $channel }
    }, y este equipo aparece en él desde ahora: cómo estaban la autonomía, la maestría y el propósito en cada equipo, tan redondeado como aquí. Sus responsables pueden sacarlo en los ajustes de `/amp team`.

# El mapa

rollup-map-header = Cómo estaban los equipos en { $month }
rollup-map-text = Cómo estaban los equipos en { $month }. En conjunto: { $scores }.
rollup-more-text = Más equipos en { $month }.
rollup-small = La última ronda de cada equipo en ese mes, de 1 a 5, redondeada. Los equipos van por orden alfabético: es un mapa, no una clasificación, y ninguna cifra es una nota para un equipo ni para sus responsables. «no se muestra»: respondieron menos de cinco personas, o lo demás dejaría ver qué respondió alguien.
rollup-first-teams = Los primeros { $teams } equipos; los demás están en el hilo.
rollup-everybody = En conjunto
rollup-cell = { $shade ->
    [none] { $mean }
   *[other] { $shade } { $mean }
}
rollup-not-shown = no se muestra
rollup-score = { $drive } { $cell }
rollup-line = {": "}{ $scores }

# Lo que puede fallar

error-no-roll-up = Ahora mismo no hay panorama mensual aquí. `/amp rollup` lo activa.
