// The shortcodes that people use most; an unknown one stays as it was typed.

const TABLE = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|wave 👋|clap 👏|raised_hands 🙌|pray 🙏|ok_hand 👌|muscle 💪
point_up ☝️|point_down 👇|point_left 👈|point_right 👉|point_up_2 👆|fist ✊|v ✌️|hand ✋|raised_hand ✋
handshake 🤝|writing_hand ✍️|eyes 👀|brain 🧠|bust_in_silhouette 👤|busts_in_silhouette 👥|family 👪
smile 😄|smiley 😃|grinning 😀|grin 😁|laughing 😆|joy 😂|rofl 🤣|sweat_smile 😅|wink 😉|blush 😊
slightly_smiling_face 🙂|upside_down_face 🙃|relaxed ☺️|relieved 😌|heart_eyes 😍|kissing_heart 😘|yum 😋
sunglasses 😎|nerd_face 🤓|star-struck 🤩|partying_face 🥳|thinking_face 🤔|face_with_raised_eyebrow 🤨
neutral_face 😐|expressionless 😑|no_mouth 😶|smirk 😏|unamused 😒|face_with_rolling_eyes 🙄|grimacing 😬
pensive 😔|sleepy 😪|sleeping 😴|mask 😷|confused 😕|worried 😟|slightly_frowning_face 🙁|frowning ☹️
open_mouth 😮|astonished 😲|flushed 😳|cry 😢|sob 😭|disappointed 😞|weary 😩|tired_face 😫|triumph 😤
rage 😡|angry 😠|scream 😱|exploding_head 🤯|hugging_face 🤗|shushing_face 🤫|zany_face 🤪|robot_face 🤖
skull 💀|ghost 👻|alien 👽|see_no_evil 🙈|hear_no_evil 🙉|speak_no_evil 🙊|shrug 🤷|facepalm 🤦
heart ❤️|orange_heart 🧡|yellow_heart 💛|green_heart 💚|blue_heart 💙|purple_heart 💜|broken_heart 💔
sparkling_heart 💖|100 💯|boom 💥|collision 💥|dizzy 💫|sweat_drops 💦|dash 💨|zzz 💤|speech_balloon 💬
thought_balloon 💭|tada 🎉|confetti_ball 🎊|balloon 🎈|gift 🎁|birthday 🎂|cake 🍰|trophy 🏆|medal 🏅
first_place_medal 🥇|second_place_medal 🥈|third_place_medal 🥉|dart 🎯|rocket 🚀|ship 🚢|shipit 🐿️
airplane ✈️|anchor ⚓|sailboat ⛵|speedboat 🚤|motorway 🛣️|car 🚗|bike 🚲|construction 🚧|house 🏠
office 🏢|school 🏫|hospital 🏥|tent ⛺|mountain ⛰️
fire 🔥|star ⭐|star2 🌟|sparkles ✨|sunny ☀️|sunrise 🌅|partly_sunny ⛅|cloud ☁️|rain_cloud 🌧️|zap ⚡
snowflake ❄️|rainbow 🌈|umbrella ☔|ocean 🌊|earth_africa 🌍|earth_americas 🌎|earth_asia 🌏|moon 🌙
seedling 🌱|evergreen_tree 🌲|deciduous_tree 🌳|palm_tree 🌴|cactus 🌵|herb 🌿|four_leaf_clover 🍀
maple_leaf 🍁|fallen_leaf 🍂|mushroom 🍄|rose 🌹|tulip 🌷|sunflower 🌻|blossom 🌼|cherry_blossom 🌸
dog 🐶|cat 🐱|mouse 🐭|rabbit 🐰|fox_face 🦊|bear 🐻|panda_face 🐼|unicorn_face 🦄|bee 🐝|bug 🐛
butterfly 🦋|turtle 🐢|octopus 🐙|whale 🐳|penguin 🐧|owl 🦉|snail 🐌|coffee ☕|tea 🍵|pizza 🍕
hamburger 🍔|taco 🌮|apple 🍎|banana 🍌|strawberry 🍓|lemon 🍋|avocado 🥑|cookie 🍪|doughnut 🍩
popcorn 🍿|beer 🍺|beers 🍻|wine_glass 🍷|champagne 🍾|clinking_glasses 🥂
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎
heavy_plus_sign ➕|heavy_minus_sign ➖|question ❓|grey_question ❔|exclamation ❗|bangbang ‼️|warning ⚠️
no_entry ⛔|no_entry_sign 🚫|stop_sign 🛑|information_source ℹ️|recycle ♻️|infinity ♾️|copyright ©️
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵
large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|large_red_square 🟥|large_green_square 🟩
large_blue_square 🟦|small_red_triangle 🔺|small_red_triangle_down 🔻|large_blue_diamond 🔷
arrow_up ⬆️|arrow_down ⬇️|arrow_left ⬅️|arrow_right ➡️|arrow_upper_right ↗️|arrow_lower_right ↘️
double_vertical_bar ⏸️|black_square_for_stop ⏹️|fast_forward ⏩|rewind ⏪
arrow_forward ▶️|arrows_counterclockwise 🔄|repeat 🔁|back 🔙|soon 🔜|top 🔝|new 🆕|ok 🆗|free 🆓|sos 🆘
zero 0️⃣|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣
keycap_ten 🔟|hash #️⃣
bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speaker 🔊|mute 🔇|lock 🔒|unlock 🔓|key 🔑|mag 🔍|bulb 💡
wrench 🔧|hammer 🔨|hammer_and_wrench 🛠️|gear ⚙️|link 🔗|paperclip 📎|pushpin 📌|round_pushpin 📍
scissors ✂️|pencil 📝|memo 📝|pencil2 ✏️|book 📖|books 📚|notebook 📓|clipboard 📋|calendar 📆|date 📅
spiral_calendar_pad 🗓️|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|email 📧
envelope ✉️|inbox_tray 📥|outbox_tray 📤|package 📦|computer 💻|keyboard ⌨️|iphone 📱|telephone ☎️
camera 📷|tv 📺|floppy_disk 💾|file_folder 📁|wastebasket 🗑️|moneybag 💰|gem 💎|scales ⚖️|test_tube 🧪
microscope 🔬|telescope 🔭|compass 🧭|world_map 🗺️|hourglass ⌛|hourglass_flowing_sand ⏳|watch ⌚
alarm_clock ⏰|stopwatch ⏱️|timer_clock ⏲️|clock9 🕘|clock10 🕙|clock12 🕛|art 🎨|musical_note 🎵
guitar 🎸|headphones 🎧|microphone 🎤|game_die 🎲|jigsaw 🧩|soccer ⚽|basketball 🏀|crown 👑|flag-us 🇺🇸
flag-de 🇩🇪|flag-fr 🇫🇷|flag-gb 🇬🇧|flag-in 🇮🇳|flag-jp 🇯🇵|checkered_flag 🏁|triangular_flag_on_post 🚩
white_flag 🏳️|rainbow-flag 🏳️‍🌈|wheelchair ♿|nauseated_face 🤢|lying_face 🤥|innocent 😇
saluting_face 🫡
`;

const TONES = {
  "skin-tone-2": "🏻",
  "skin-tone-3": "🏼",
  "skin-tone-4": "🏽",
  "skin-tone-5": "🏾",
  "skin-tone-6": "🏿",
};

const entries = TABLE.trim()
  .split(/[|\n]/)
  .map((entry) => entry.split(" "));
const byName = new Map(entries);

/**
 * The character for a shortcode without its colons (a skin tone may follow as
 * `wave::skin-tone-3`), or null.
 */
export function emoji(shortcode) {
  const [name, tone] = shortcode.split("::");
  const found = byName.get(name);
  return found ? found + (TONES[tone] ?? "") : null;
}

/**
 * Up to `limit` pairs `[shortcode, character]` whose shortcode has the query in it, those that
 * start so first.
 */
export function findEmoji(query, limit = 8) {
  const wanted = query.toLowerCase();
  const hits = entries.filter(([name]) => name.includes(wanted));
  hits.sort((a, b) => b[0].startsWith(wanted) - a[0].startsWith(wanted));
  return hits.slice(0, limit);
}

/** Put characters in the place of the known shortcodes of a text. */
export const withEmoji = (text) =>
  String(text).replace(
    /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g,
    (all, name) => emoji(name) ?? all,
  );
