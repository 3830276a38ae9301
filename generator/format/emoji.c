#include "format/emoji.h"

#include <string.h>

#include "base/text.h"

enum { LONGEST_NAME = 40 };

/* Names as GitHub and GitBook know them, chosen by hand; in the order of their bytes. */
/* clang-format off */
static const struct { const char *name, *emoji; } emoji[] = {
	{"+1", "👍"}, {"-1", "👎"}, {"100", "💯"}, {"1st_place_medal", "🥇"}, {"2nd_place_medal", "🥈"}, {"3rd_place_medal", "🥉"}, {"adhesive_bandage", "🩹"},
	{"adult", "🧑"}, {"airplane", "✈️"}, {"alarm_clock", "⏰"}, {"alembic", "⚗️"}, {"alien", "👽"}, {"anchor", "⚓"}, {"angry", "😠"}, {"ant", "🐜"},
	{"apple", "🍎"}, {"arrow_down", "⬇️"}, {"arrow_forward", "▶️"}, {"arrow_heading_down", "⤵️"}, {"arrow_heading_up", "⤴️"}, {"arrow_left", "⬅️"},
	{"arrow_lower_left", "↙️"}, {"arrow_lower_right", "↘️"}, {"arrow_right", "➡️"}, {"arrow_up", "⬆️"}, {"arrow_up_down", "↕️"},
	{"arrow_upper_left", "↖️"}, {"arrow_upper_right", "↗️"}, {"arrows_clockwise", "🔃"}, {"arrows_counterclockwise", "🔄"}, {"art", "🎨"},
	{"artist", "🧑‍🎨"}, {"astonished", "😲"}, {"astronaut", "🧑‍🚀"}, {"avocado", "🥑"}, {"axe", "🪓"}, {"baby", "👶"}, {"back", "🔙"}, {"balance_scale", "⚖️"},
	{"balloon", "🎈"}, {"ballot_box", "🗳️"}, {"ballot_box_with_check", "☑️"}, {"banana", "🍌"}, {"bangbang", "‼️"}, {"bank", "🏦"}, {"bar_chart", "📊"},
	{"baseball", "⚾"}, {"basketball", "🏀"}, {"battery", "🔋"}, {"be", "🇧🇪"}, {"beach_umbrella", "🏖️"}, {"bear", "🐻"}, {"bed", "🛏️"}, {"bee", "🐝"},
	{"beer", "🍺"}, {"beers", "🍻"}, {"beginner", "🔰"}, {"bell", "🔔"}, {"bike", "🚲"}, {"biohazard", "☣️"}, {"bird", "🐦"}, {"birthday", "🎂"},
	{"black_circle", "⚫"}, {"black_flag", "🏴"}, {"black_heart", "🖤"}, {"black_nib", "✒️"}, {"blossom", "🌼"}, {"blue_book", "📘"}, {"blue_heart", "💙"},
	{"blue_square", "🟦"}, {"blush", "😊"}, {"boat", "⛵"}, {"book", "📖"}, {"bookmark", "🔖"}, {"bookmark_tabs", "📑"}, {"books", "📚"}, {"boom", "💥"},
	{"bouquet", "💐"}, {"bow", "🙇"}, {"bow_and_arrow", "🏹"}, {"boy", "👦"}, {"brain", "🧠"}, {"bread", "🍞"}, {"bricks", "🧱"}, {"briefcase", "💼"},
	{"broken_heart", "💔"}, {"broom", "🧹"}, {"brown_circle", "🟤"}, {"bug", "🐛"}, {"building_construction", "🏗️"}, {"bulb", "💡"}, {"bus", "🚌"},
	{"bust_in_silhouette", "👤"}, {"busts_in_silhouette", "👥"}, {"butterfly", "🦋"}, {"cactus", "🌵"}, {"cake", "🍰"}, {"calendar", "📆"},
	{"call_me_hand", "🤙"}, {"calling", "📲"}, {"camera", "📷"}, {"camera_flash", "📸"}, {"camping", "🏕️"}, {"candle", "🕯️"}, {"candy", "🍬"}, {"car", "🚗"},
	{"card_file_box", "🗃️"}, {"card_index", "📇"}, {"card_index_dividers", "🗂️"}, {"carrot", "🥕"}, {"cat", "🐱"}, {"cd", "💿"}, {"ch", "🇨🇭"},
	{"chains", "⛓️"}, {"champagne", "🍾"}, {"chart", "💹"}, {"chart_with_downwards_trend", "📉"}, {"chart_with_upwards_trend", "📈"},
	{"checkered_flag", "🏁"}, {"cheese", "🧀"}, {"cherries", "🍒"}, {"cherry_blossom", "🌸"}, {"chicken", "🐔"}, {"child", "🧒"}, {"children_crossing", "🚸"},
	{"chocolate_bar", "🍫"}, {"christmas_tree", "🎄"}, {"city_sunset", "🌆"}, {"clap", "👏"}, {"clapper", "🎬"}, {"classical_building", "🏛️"},
	{"clinking_glasses", "🥂"}, {"clipboard", "📋"}, {"clock1", "🕐"}, {"clock12", "🕛"}, {"clock3", "🕒"}, {"clock9", "🕘"}, {"closed_book", "📕"},
	{"closed_lock_with_key", "🔐"}, {"cloud", "☁️"}, {"coffee", "☕"}, {"coin", "🪙"}, {"cold_sweat", "😰"}, {"compass", "🧭"}, {"computer", "💻"},
	{"computer_mouse", "🖱️"}, {"confetti_ball", "🎊"}, {"confused", "😕"}, {"construction", "🚧"}, {"construction_worker", "👷"}, {"cook", "🧑‍🍳"},
	{"cookie", "🍪"}, {"cool", "🆒"}, {"copyright", "©️"}, {"corn", "🌽"}, {"couch_and_lamp", "🛋️"}, {"cow", "🐮"}, {"cowboy_hat_face", "🤠"},
	{"crayon", "🖍️"}, {"credit_card", "💳"}, {"crescent_moon", "🌙"}, {"croissant", "🥐"}, {"crossed_fingers", "🤞"}, {"crossed_flags", "🎌"},
	{"crossed_swords", "⚔️"}, {"crown", "👑"}, {"cry", "😢"}, {"dagger", "🗡️"}, {"dancer", "💃"}, {"dart", "🎯"}, {"dash", "💨"}, {"date", "📅"},
	{"de", "🇩🇪"}, {"deciduous_tree", "🌳"}, {"desert_island", "🏝️"}, {"desktop_computer", "🖥️"}, {"detective", "🕵️"},
	{"diamond_shape_with_a_dot_inside", "💠"}, {"disappointed", "😞"}, {"dizzy", "💫"}, {"dizzy_face", "😵"}, {"dog", "🐶"}, {"dollar", "💵"},
	{"dolphin", "🐬"}, {"door", "🚪"}, {"droplet", "💧"}, {"drum", "🥁"}, {"dvd", "📀"}, {"e-mail", "📧"}, {"ear", "👂"}, {"earth_africa", "🌍"},
	{"earth_americas", "🌎"}, {"earth_asia", "🌏"}, {"egg", "🥚"}, {"eight", "8️⃣"}, {"electric_plug", "🔌"}, {"elephant", "🐘"}, {"email", "📧"},
	{"end", "🔚"}, {"envelope", "✉️"}, {"envelope_with_arrow", "📩"}, {"es", "🇪🇸"}, {"eu", "🇪🇺"}, {"euro", "💶"}, {"evergreen_tree", "🌲"},
	{"exclamation", "❗"}, {"exploding_head", "🤯"}, {"expressionless", "😑"}, {"eye", "👁️"}, {"eyeglasses", "👓"}, {"eyes", "👀"}, {"facepalm", "🤦"},
	{"facepunch", "👊"}, {"factory", "🏭"}, {"factory_worker", "🧑‍🏭"}, {"fallen_leaf", "🍂"}, {"family", "👪"}, {"farmer", "🧑‍🌾"}, {"fast_forward", "⏩"},
	{"fearful", "😨"}, {"file_cabinet", "🗄️"}, {"file_folder", "📁"}, {"film_strip", "🎞️"}, {"fire", "🔥"}, {"fire_extinguisher", "🧯"},
	{"firefighter", "🧑‍🚒"}, {"fireworks", "🎆"}, {"fish", "🐟"}, {"fist", "✊"}, {"fist_raised", "✊"}, {"five", "5️⃣"}, {"flashlight", "🔦"},
	{"fleur_de_lis", "⚜️"}, {"floppy_disk", "💾"}, {"flushed", "😳"}, {"flying_saucer", "🛸"}, {"football", "🏈"}, {"footprints", "👣"}, {"four", "4️⃣"},
	{"four_leaf_clover", "🍀"}, {"fox_face", "🦊"}, {"fr", "🇫🇷"}, {"free", "🆓"}, {"fries", "🍟"}, {"frog", "🐸"}, {"frowning_face", "☹️"},
	{"full_moon", "🌕"}, {"game_die", "🎲"}, {"gb", "🇬🇧"}, {"gear", "⚙️"}, {"ghost", "👻"}, {"gift", "🎁"}, {"girl", "👧"}, {"globe_with_meridians", "🌐"},
	{"grapes", "🍇"}, {"green_apple", "🍏"}, {"green_book", "📗"}, {"green_circle", "🟢"}, {"green_heart", "💚"}, {"green_square", "🟩"},
	{"grey_exclamation", "❕"}, {"grey_question", "❔"}, {"grimacing", "😬"}, {"grin", "😁"}, {"grinning", "😀"}, {"guard", "💂"}, {"guitar", "🎸"},
	{"hamburger", "🍔"}, {"hammer", "🔨"}, {"hammer_and_pick", "⚒️"}, {"hammer_and_wrench", "🛠️"}, {"hamster", "🐹"}, {"hand", "✋"},
	{"hand_over_mouth", "🤭"}, {"handbag", "👜"}, {"handshake", "🤝"}, {"hash", "#️⃣"}, {"headphones", "🎧"}, {"health_worker", "🧑‍⚕️"},
	{"hear_no_evil", "🙉"}, {"heart", "❤️"}, {"heart_decoration", "💟"}, {"heart_eyes", "😍"}, {"heartpulse", "💗"}, {"heavy_check_mark", "✔️"},
	{"heavy_exclamation_mark", "❗"}, {"heavy_minus_sign", "➖"}, {"heavy_multiplication_x", "✖️"}, {"heavy_plus_sign", "➕"}, {"hedgehog", "🦔"},
	{"helicopter", "🚁"}, {"herb", "🌿"}, {"hibiscus", "🌺"}, {"high_heel", "👠"}, {"honeybee", "🐝"}, {"horse", "🐴"}, {"hospital", "🏥"}, {"hotel", "🏨"},
	{"hourglass", "⌛"}, {"hourglass_flowing_sand", "⏳"}, {"house", "🏠"}, {"house_with_garden", "🏡"}, {"houses", "🏘️"}, {"hugs", "🤗"}, {"hushed", "😯"},
	{"id", "🆔"}, {"inbox_tray", "📥"}, {"incoming_envelope", "📨"}, {"infinity", "♾️"}, {"information_source", "ℹ️"}, {"innocent", "😇"},
	{"interrobang", "⁉️"}, {"iphone", "📱"}, {"it", "🇮🇹"}, {"jack_o_lantern", "🎃"}, {"jeans", "👖"}, {"jigsaw", "🧩"}, {"joy", "😂"}, {"joystick", "🕹️"},
	{"judge", "🧑‍⚖️"}, {"key", "🔑"}, {"keyboard", "⌨️"}, {"keycap_ten", "🔟"}, {"kick_scooter", "🛴"}, {"kissing_heart", "😘"}, {"kiwi_fruit", "🥝"},
	{"koala", "🐨"}, {"label", "🏷️"}, {"ladder", "🪜"}, {"large_blue_circle", "🔵"}, {"large_blue_diamond", "🔷"}, {"large_orange_diamond", "🔶"},
	{"laughing", "😆"}, {"leaves", "🍃"}, {"ledger", "📒"}, {"left_right_arrow", "↔️"}, {"left_speech_bubble", "🗨️"}, {"lemon", "🍋"}, {"link", "🔗"},
	{"lion", "🦁"}, {"lips", "👄"}, {"lock", "🔒"}, {"lock_with_ink_pen", "🔏"}, {"loud_sound", "🔊"}, {"loudspeaker", "📢"}, {"lying_face", "🤥"},
	{"mag", "🔍"}, {"mag_right", "🔎"}, {"mage", "🧙"}, {"magic_wand", "🪄"}, {"magnet", "🧲"}, {"mailbox", "📫"}, {"man", "👨"},
	{"man_technologist", "👨‍💻"}, {"maple_leaf", "🍁"}, {"mask", "😷"}, {"mechanic", "🧑‍🔧"}, {"medal_sports", "🏅"}, {"mega", "📣"}, {"memo", "📝"},
	{"metal", "🤘"}, {"metro", "🚇"}, {"microphone", "🎤"}, {"microscope", "🔬"}, {"minidisc", "💽"}, {"money_mouth_face", "🤑"}, {"moneybag", "💰"},
	{"monkey", "🐒"}, {"monocle_face", "🧐"}, {"mortar_board", "🎓"}, {"motor_scooter", "🛵"}, {"mountain", "⛰️"}, {"mountain_snow", "🏔️"}, {"mouse", "🐭"},
	{"movie_camera", "🎥"}, {"moyai", "🗿"}, {"muscle", "💪"}, {"mushroom", "🍄"}, {"musical_note", "🎵"}, {"mute", "🔇"}, {"name_badge", "📛"},
	{"national_park", "🏞️"}, {"necktie", "👔"}, {"negative_squared_cross_mark", "❎"}, {"nerd_face", "🤓"}, {"neutral_face", "😐"}, {"new", "🆕"},
	{"new_moon", "🌑"}, {"newspaper", "📰"}, {"nine", "9️⃣"}, {"no_bell", "🔕"}, {"no_bicycles", "🚳"}, {"no_entry", "⛔"}, {"no_entry_sign", "🚫"},
	{"no_good", "🙅"}, {"no_mouth", "😶"}, {"nose", "👃"}, {"notebook", "📓"}, {"notebook_with_decorative_cover", "📔"}, {"notes", "🎶"},
	{"nut_and_bolt", "🔩"}, {"o", "⭕"}, {"ocean", "🌊"}, {"octopus", "🐙"}, {"office", "🏢"}, {"office_worker", "🧑‍💼"}, {"ok", "🆗"}, {"ok_hand", "👌"},
	{"ok_woman", "🙆‍♀️"}, {"old_key", "🗝️"}, {"older_adult", "🧓"}, {"on", "🔛"}, {"one", "1️⃣"}, {"open_book", "📖"}, {"open_file_folder", "📂"},
	{"open_hands", "👐"}, {"open_mouth", "😮"}, {"orange_book", "📙"}, {"orange_circle", "🟠"}, {"orange_heart", "🧡"}, {"orange_square", "🟧"},
	{"outbox_tray", "📤"}, {"owl", "🦉"}, {"package", "📦"}, {"page_facing_up", "📄"}, {"page_with_curl", "📃"}, {"paintbrush", "🖌️"}, {"palm_tree", "🌴"},
	{"palms_up_together", "🤲"}, {"panda_face", "🐼"}, {"paperclip", "📎"}, {"paperclips", "🖇️"}, {"parking", "🅿️"}, {"partly_sunny", "⛅"},
	{"partying_face", "🥳"}, {"peach", "🍑"}, {"pear", "🍐"}, {"pen", "🖊️"}, {"pencil", "📝"}, {"pencil2", "✏️"}, {"penguin", "🐧"}, {"pensive", "😔"},
	{"people_hugging", "🫂"}, {"performing_arts", "🎭"}, {"phone", "☎️"}, {"pick", "⛏️"}, {"pig", "🐷"}, {"pill", "💊"}, {"pilot", "🧑‍✈️"},
	{"pinched_fingers", "🤌"}, {"pineapple", "🍍"}, {"pizza", "🍕"}, {"play_or_pause_button", "⏯️"}, {"pleading_face", "🥺"}, {"point_down", "👇"},
	{"point_left", "👈"}, {"point_right", "👉"}, {"point_up", "☝️"}, {"point_up_2", "👆"}, {"police_officer", "👮"}, {"poop", "💩"}, {"popcorn", "🍿"},
	{"postbox", "📮"}, {"pray", "🙏"}, {"printer", "🖨️"}, {"punch", "👊"}, {"purple_circle", "🟣"}, {"purple_heart", "💜"}, {"purple_square", "🟪"},
	{"purse", "👛"}, {"pushpin", "📌"}, {"question", "❓"}, {"rabbit", "🐰"}, {"radio", "📻"}, {"radio_button", "🔘"}, {"radioactive", "☢️"}, {"rage", "😡"},
	{"rainbow", "🌈"}, {"rainbow_flag", "🏳️‍🌈"}, {"raised_eyebrow", "🤨"}, {"raised_hand", "✋"}, {"raised_hands", "🙌"}, {"raising_hand", "🙋"},
	{"receipt", "🧾"}, {"recycle", "♻️"}, {"red_circle", "🔴"}, {"red_square", "🟥"}, {"registered", "®️"}, {"relieved", "😌"}, {"repeat", "🔁"},
	{"rewind", "⏪"}, {"ribbon", "🎀"}, {"robot", "🤖"}, {"rocket", "🚀"}, {"rofl", "🤣"}, {"roll_eyes", "🙄"}, {"rose", "🌹"}, {"rotating_light", "🚨"},
	{"round_pushpin", "📍"}, {"runner", "🏃"}, {"running", "🏃"}, {"sailboat", "⛵"}, {"sandwich", "🥪"}, {"satellite", "📡"}, {"saxophone", "🎷"},
	{"school", "🏫"}, {"school_satchel", "🎒"}, {"scientist", "🧑‍🔬"}, {"scissors", "✂️"}, {"scream", "😱"}, {"screwdriver", "🪛"}, {"scroll", "📜"},
	{"see_no_evil", "🙈"}, {"seedling", "🌱"}, {"seven", "7️⃣"}, {"shamrock", "☘️"}, {"shark", "🦈"}, {"shield", "🛡️"}, {"ship", "🚢"}, {"shirt", "👕"},
	{"shoe", "👞"}, {"shopping_cart", "🛒"}, {"shower", "🚿"}, {"shrug", "🤷"}, {"shushing_face", "🤫"}, {"singer", "🧑‍🎤"}, {"six", "6️⃣"}, {"skull", "💀"},
	{"sleeping", "😴"}, {"sleepy", "😪"}, {"slightly_frowning_face", "🙁"}, {"slightly_smiling_face", "🙂"}, {"sloth", "🦥"}, {"small_blue_diamond", "🔹"},
	{"small_orange_diamond", "🔸"}, {"small_red_triangle", "🔺"}, {"small_red_triangle_down", "🔻"}, {"smile", "😄"}, {"smiley", "😃"},
	{"smiling_face_with_three_hearts", "🥰"}, {"smirk", "😏"}, {"snail", "🐌"}, {"snake", "🐍"}, {"snowflake", "❄️"}, {"soap", "🧼"}, {"sob", "😭"},
	{"soccer", "⚽"}, {"soon", "🔜"}, {"sos", "🆘"}, {"sound", "🔉"}, {"sparkler", "🎇"}, {"sparkles", "✨"}, {"sparkling_heart", "💖"},
	{"speak_no_evil", "🙊"}, {"speaker", "🔈"}, {"speech_balloon", "💬"}, {"spiral_calendar", "🗓️"}, {"spiral_notepad", "🗒️"}, {"sponge", "🧽"},
	{"stadium", "🏟️"}, {"star", "⭐"}, {"star2", "🌟"}, {"star_struck", "🤩"}, {"stars", "🌠"}, {"steam_locomotive", "🚂"}, {"stethoscope", "🩺"},
	{"stop_sign", "🛑"}, {"stopwatch", "⏱️"}, {"straight_ruler", "📏"}, {"strawberry", "🍓"}, {"stuck_out_tongue", "😛"},
	{"stuck_out_tongue_winking_eye", "😜"}, {"student", "🧑‍🎓"}, {"sun_with_face", "🌞"}, {"sunflower", "🌻"}, {"sunglasses", "😎"}, {"sunny", "☀️"},
	{"superhero", "🦸"}, {"sweat", "😓"}, {"sweat_drops", "💦"}, {"sweat_smile", "😅"}, {"syringe", "💉"}, {"tada", "🎉"}, {"tangerine", "🍊"}, {"taxi", "🚕"},
	{"tea", "🍵"}, {"teacher", "🧑‍🏫"}, {"technologist", "🧑‍💻"}, {"telephone", "☎️"}, {"telephone_receiver", "📞"}, {"telescope", "🔭"}, {"tennis", "🎾"},
	{"test_tube", "🧪"}, {"thinking", "🤔"}, {"thought_balloon", "💭"}, {"thread", "🧵"}, {"three", "3️⃣"}, {"thumbsdown", "👎"}, {"thumbsup", "👍"},
	{"ticket", "🎫"}, {"tiger", "🐯"}, {"timer_clock", "⏲️"}, {"tired_face", "😫"}, {"tm", "™️"}, {"toilet", "🚽"}, {"tomato", "🍅"}, {"toolbox", "🧰"},
	{"tools", "🛠️"}, {"top", "🔝"}, {"tophat", "🎩"}, {"tractor", "🚜"}, {"traffic_light", "🚥"}, {"train", "🚋"}, {"train2", "🚆"}, {"tram", "🚊"},
	{"triangular_flag_on_post", "🚩"}, {"triangular_ruler", "📐"}, {"trident", "🔱"}, {"triumph", "😤"}, {"trophy", "🏆"}, {"tropical_drink", "🍹"},
	{"truck", "🚚"}, {"trumpet", "🎺"}, {"tshirt", "👕"}, {"tulip", "🌷"}, {"turtle", "🐢"}, {"tv", "📺"}, {"two", "2️⃣"}, {"two_hearts", "💕"},
	{"uk", "🇬🇧"}, {"umbrella", "☔"}, {"unamused", "😒"}, {"underage", "🔞"}, {"unicorn", "🦄"}, {"unlock", "🔓"}, {"up", "🆙"}, {"upside_down_face", "🙃"},
	{"us", "🇺🇸"}, {"v", "✌️"}, {"vertical_traffic_light", "🚦"}, {"video_camera", "📹"}, {"video_game", "🎮"}, {"volcano", "🌋"}, {"volleyball", "🏐"},
	{"walking", "🚶"}, {"warning", "⚠️"}, {"wastebasket", "🗑️"}, {"watch", "⌚"}, {"watermelon", "🍉"}, {"wave", "👋"}, {"weary", "😩"}, {"whale", "🐳"},
	{"white_check_mark", "✅"}, {"white_circle", "⚪"}, {"white_flag", "🏳️"}, {"white_heart", "🤍"}, {"wine_glass", "🍷"}, {"wink", "😉"}, {"woman", "👩"},
	{"woman_technologist", "👩‍💻"}, {"world_map", "🗺️"}, {"worried", "😟"}, {"wrench", "🔧"}, {"writing_hand", "✍️"}, {"x", "❌"}, {"yawning_face", "🥱"},
	{"yellow_circle", "🟡"}, {"yellow_heart", "💛"}, {"yellow_square", "🟨"}, {"yum", "😋"}, {"zany_face", "🤪"}, {"zap", "⚡"}, {"zero", "0️⃣"},
	{"zipper_mouth_face", "🤐"}, {"zzz", "💤"},
};
/* clang-format on */

const char *emoji_find(const char *name, size_t len)
{
	size_t low = 0, high = COUNT(emoji);
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strncmp(name, emoji[middle].name, len);
		if (order == 0 && emoji[middle].name[len] == '\0')
			return emoji[middle].emoji;
		if (order <= 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
	       c == '-';
}

/* The length of a name behind the colon at `at`, when another colon ends it. */
static size_t name_length(const char *at, const char *end)
{
	size_t n = 0;
	while (at + 1 + n < end && n <= LONGEST_NAME && is_name_byte(at[1 + n]))
		n++;
	return at + 1 + n < end && at[1 + n] == ':' ? n : 0;
}

bool emoji_may_start(const char *at, const char *end)
{
	return name_length(at, end) > 0;
}

const char *emoji_replace(struct arena *a, const char *text, size_t len,
                          size_t *replaced_len)
{
	const char *end = text + len, *from = text, *at = text;
	struct buf b = buf_new(a);
	while (at < end && (at = memchr(at, ':', (size_t)(end - at)))) {
		size_t n = name_length(at, end);
		const char *shown = n ? emoji_find(at + 1, n) : NULL;
		if (shown) {
			buf_add(&b, from, (size_t)(at - from));
			buf_add_string(&b, shown);
			at += n + 1;
			from = at + 1;
		}
		at++;
	}
	*replaced_len = len;
	if (from == text)
		return text;
	buf_add(&b, from, (size_t)(end - from));
	*replaced_len = b.len;
	return buf_text(&b);
}
