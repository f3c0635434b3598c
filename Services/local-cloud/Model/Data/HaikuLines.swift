// swift-format-ignore-file

/// Lines of haiku in both languages: `# theme: words that call for it`, then `place|japanese|kana|english`.
///
/// Any first, second and third line of a theme make a haiku: 5, 7 and 5 morae in Japanese, 5, 7 and 5 syllables in English. Written for this project.
enum HaikuLines {
    static let text = """
    # spring: spring, blossom, cherry, sakura, petal, flower, 春, 桜, 花
    1|春の朝|はるのあさ|this morning in spring
    1|花の雲|はなのくも|a cloud of blossoms
    1|山桜|やまざくら|mountain cherry tree
    1|花吹雪|はなふぶき|a storm of petals
    2|小鳥の歌う|ことりのうたう|a little bird sings to us
    2|風が手を引く|かぜがてをひく|the soft wind takes me by hand
    2|古い道にも|ふるいみちにも|light falls on the old road too
    3|夢の中|ゆめのなか|still inside a dream
    3|空青し|そらあおし|how blue is the sky
    3|待つ心|まつこころ|a heart that can wait
    # summer: summer, heat, firefly, cicada, festival, 夏, 蛍, 祭
    1|夏の夜|なつのよる|late one summer night
    1|夏祭り|なつまつり|summer festival
    1|蝉の声|せみのこえ|cicadas calling
    2|岸で風待つ|きしでかぜまつ|we wait for wind by the stream
    2|子らは走りて|こらははしりて|children run along the grass
    2|星の輝く|ほしのかがやく|far away a star is bright
    3|蛍飛ぶ|ほたるとぶ|fireflies take off
    3|水の音|みずのおと|the sound of water
    3|月涼し|つきすずし|the cool of the moon
    # autumn: autumn, fall, maple, leaf, leaves, harvest, 秋, 紅葉
    1|秋の暮|あきのくれ|evening of autumn
    1|秋の風|あきのかぜ|a wind in autumn
    1|散る紅葉|ちるもみじ|red maple leaves fall
    2|寺に着く道|てらにつくみち|the path leads to the temple
    2|烏の帰る|からすのかえる|crows fly home with distant cries
    2|鐘が鳴りたり|かねがなりたり|quietly a bell rings out
    3|影長し|かげながし|how long the shadows
    3|夕日落つ|ゆうひおつ|the red sun goes down
    3|一人旅|ひとりたび|travelling alone
    # winter: winter, snow, ice, cold, frost, 冬, 雪
    1|雪の朝|ゆきのあさ|a morning of snow
    1|冬の月|ふゆのつき|the moon of winter
    1|初雪や|はつゆきや|the first snow of all
    2|村に灯ともる|むらにひともる|the village lights one by one
    2|足跡残し|あしあとのこし|only footprints mark the way
    2|友を待つ道|ともをまつみち|with white breath I wait for you
    3|音もなし|おともなし|and there is no sound
    3|湯気上る|ゆげのぼる|steam begins to rise
    3|眠る山|ねむるやま|a mountain that sleeps
    # sea: sea, ocean, wave, waves, beach, shore, island, boat, 海, 波, 舟
    1|青い海|あおいうみ|blue sea before me
    1|朝の海|あさのうみ|the sea at daybreak
    1|波の音|なみのおと|the sound of the waves
    2|小舟の帰る|こぶねのかえる|a small boat is coming home
    2|名前も消えて|なまえもきえて|names in the sand wash away
    2|鳥の群れ飛ぶ|とりのむれとぶ|white birds are riding the wind
    3|島一つ|しまひとつ|a single island
    3|遠い空|とおいそら|a faraway sky
    3|夏終わる|なつおわる|summer is ending
    # rain: rain, storm, umbrella, cloud, cloudy, wet, 雨, 傘, 雲
    1|雨の夜|あめのよる|on a night of rain
    1|春の雨|はるのあめ|soft rain in springtime
    1|雨上がり|あめあがり|after the rainfall
    2|傘二つゆく|かさふたつゆく|we walk, two umbrellas close
    2|屋根を叩いて|やねをたたいて|gently tapping on the roof
    2|窓に町の灯|まどにまちのひ|town lights run down the window
    3|虹かかる|にじかかる|a rainbow appears
    3|茶が香る|ちゃがかおる|the fragrance of tea
    3|猫眠る|ねこねむる|the cat is asleep
    # mountain: mountain, hill, hike, fuji, peak, valley, forest, tree, 山, 富士, 森
    1|山の道|やまのみち|path up the mountain
    1|富士の山|ふじのやま|mount Fuji above
    1|深い森|ふかいもり|deep in the forest
    2|鳥の飛ぶ空|とりのとぶそら|higher than clouds flies a bird
    2|木の間の光|このまのひかり|sunlight falls between the trees
    2|流れも歌に|ながれもうたに|even the stream turns to song
    3|空広し|そらひろし|how wide is the sky
    3|息を呑む|いきをのむ|takes my breath away
    3|朝の霧|あさのきり|the mist of morning
    # pond: pond, frog, lotus, garden, lake, river, water, 池, 蛙, 川
    1|古い池|ふるいいけ|an old quiet pond
    1|蓮の花|はすのはな|a lotus flower
    1|庭の池|にわのいけ|the pond in our yard
    2|蛙が跳んで|かえるがとんで|a little frog dares to jump
    2|水輪広がり|みずわひろがり|the rings grow wide and are gone
    2|魚の光る|さかなのひかる|backs of fish are glittering
    3|また静か|またしずか|silent once again
    3|水澄めり|みずすめり|how clear the water
    3|風止みぬ|かぜやみぬ|the wind has gone still
    # night: night, moon, star, stars, sky, dream, dark, 夜, 月, 星
    1|月の夜|つきのよる|on a moonlit night
    1|星の海|ほしのうみ|an ocean of stars
    1|静かな夜|しずかなよ|in the silent night
    2|窓の灯消えて|まどのひきえて|the lamp in the window dies
    2|汽車の遠くて|きしゃのとおくて|I hear a faraway train
    2|母思う歌|ははおもううた|I think of my mother's songs
    3|夢を見る|ゆめをみる|and I see a dream
    3|月ひとつ|つきひとつ|one moon, nothing more
    3|空深し|そらふかし|how deep is the sky
    # heart: friend, friendship, love, family, heart, peace, home, learn, study, work, city, time, 心, 友, 愛, 家族
    1|友の声|とものこえ|the voice of a friend
    1|旅の空|たびのそら|skies of a journey
    1|今日もまた|きょうもまた|and again today
    2|昔の歌を|むかしのうたを|an old song comes back to me
    2|言葉に花が|ことばにはなが|flowers open in our words
    2|小さき火でも|ちいさきひでも|even a small fire is warm
    3|手をつなぐ|てをつなぐ|hand in hand we go
    3|帰る家|かえるいえ|a house to come home
    3|笑う声|わらうこえ|someone is laughing
    """
}
