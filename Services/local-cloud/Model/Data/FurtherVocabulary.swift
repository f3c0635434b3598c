// swift-format-ignore-file

/// Topics beyond the starter vocabulary: `# name: further names`, then `japanese|kana|romaji|english|type` a line.
enum FurtherVocabulary {
    static let text = """
    # Cooking: kitchen, cook, recipe, chef, 料理, 台所
    料理|りょうり|ryouri|cooking; dish|noun
    台所|だいどころ|daidokoro|kitchen|noun
    鍋|なべ|nabe|pot|noun
    包丁|ほうちょう|houchou|kitchen knife|noun
    皿|さら|sara|plate|noun
    箸|はし|hashi|chopsticks|noun
    塩|しお|shio|salt|noun
    砂糖|さとう|satou|sugar|noun
    醤油|しょうゆ|shouyu|soy sauce|noun
    焼く|やく|yaku|to bake; to grill|verb
    煮る|にる|niru|to boil; to simmer|verb
    切る|きる|kiru|to cut|verb
    # Fruit and vegetables: fruit, vegetable, grocery, 果物, 野菜
    果物|くだもの|kudamono|fruit|noun
    野菜|やさい|yasai|vegetable|noun
    林檎|りんご|ringo|apple|noun
    蜜柑|みかん|mikan|mandarin orange|noun
    葡萄|ぶどう|budou|grape|noun
    桃|もも|momo|peach|noun
    苺|いちご|ichigo|strawberry|noun
    人参|にんじん|ninjin|carrot|noun
    玉葱|たまねぎ|tamanegi|onion|noun
    大根|だいこん|daikon|white radish|noun
    胡瓜|きゅうり|kyuuri|cucumber|noun
    茄子|なす|nasu|eggplant|noun
    # Music: song, instrument, concert, 音楽
    音楽|おんがく|ongaku|music|noun
    歌|うた|uta|song|noun
    歌手|かしゅ|kashu|singer|noun
    楽器|がっき|gakki|musical instrument|noun
    笛|ふえ|fue|flute|noun
    太鼓|たいこ|taiko|drum|noun
    演奏|えんそう|ensou|musical performance|noun
    作曲|さっきょく|sakkyoku|composition (of music)|noun
    歌う|うたう|utau|to sing|verb
    弾く|ひく|hiku|to play (an instrument)|verb
    # Sports: sport, game, exercise, 運動
    運動|うんどう|undou|exercise|noun
    試合|しあい|shiai|match; game|noun
    選手|せんしゅ|senshu|player; athlete|noun
    野球|やきゅう|yakyuu|baseball|noun
    水泳|すいえい|suiei|swimming|noun
    柔道|じゅうどう|juudou|judo|noun
    相撲|すもう|sumou|sumo wrestling|noun
    優勝|ゆうしょう|yuushou|overall victory|noun
    走る|はしる|hashiru|to run|verb
    投げる|なげる|nageru|to throw|verb
    # Technology: computer, internet, science, 技術
    技術|ぎじゅつ|gijutsu|technology|noun
    電話|でんわ|denwa|telephone|noun
    電気|でんき|denki|electricity|noun
    機械|きかい|kikai|machine|noun
    画面|がめん|gamen|screen|noun
    科学|かがく|kagaku|science|noun
    情報|じょうほう|jouhou|information|noun
    発明|はつめい|hatsumei|invention|noun
    通信|つうしん|tsuushin|communication|noun
    直す|なおす|naosu|to repair|verb
    # Sea: ocean, beach, fish, fishing, 海
    海|うみ|umi|sea|noun
    波|なみ|nami|wave|noun
    島|しま|shima|island|noun
    砂浜|すなはま|sunahama|sandy beach|noun
    魚|さかな|sakana|fish|noun
    鯨|くじら|kujira|whale|noun
    貝|かい|kai|shellfish|noun
    船|ふね|fune|ship|noun
    港|みなと|minato|harbour|noun
    泳ぐ|およぐ|oyogu|to swim|verb
    # Space: astronomy, sky, planet, star, universe, 宇宙
    宇宙|うちゅう|uchuu|universe; space|noun
    星|ほし|hoshi|star|noun
    月|つき|tsuki|moon|noun
    太陽|たいよう|taiyou|sun|noun
    地球|ちきゅう|chikyuu|the earth|noun
    惑星|わくせい|wakusei|planet|noun
    流れ星|ながれぼし|nagareboshi|shooting star|noun
    銀河|ぎんが|ginga|galaxy|noun
    火星|かせい|kasei|Mars|noun
    光る|ひかる|hikaru|to shine|verb
    # Festivals: festival, holiday, tradition, culture, celebration, 祭り
    祭り|まつり|matsuri|festival|noun
    花火|はなび|hanabi|fireworks|noun
    花見|はなみ|hanami|cherry blossom viewing|noun
    着物|きもの|kimono|kimono|noun
    正月|しょうがつ|shougatsu|New Year|noun
    神社|じんじゃ|jinja|Shinto shrine|noun
    踊り|おどり|odori|dance|noun
    文化|ぶんか|bunka|culture|noun
    茶道|さどう|sadou|tea ceremony|noun
    祝う|いわう|iwau|to celebrate|verb
    # Emergencies: emergency, disaster, doctor, hospital, safety, 災害
    地震|じしん|jishin|earthquake|noun
    津波|つなみ|tsunami|tsunami|noun
    台風|たいふう|taifuu|typhoon|noun
    火事|かじ|kaji|fire|noun
    救急車|きゅうきゅうしゃ|kyuukyuusha|ambulance|noun
    警察|けいさつ|keisatsu|police|noun
    病院|びょういん|byouin|hospital|noun
    医者|いしゃ|isha|doctor|noun
    避難|ひなん|hinan|evacuation|noun
    逃げる|にげる|nigeru|to escape|verb
    # Art: drawing, painting, museum, calligraphy, 美術
    絵|え|e|picture; painting|noun
    美術館|びじゅつかん|bijutsukan|art museum|noun
    画家|がか|gaka|painter|noun
    書道|しょどう|shodou|calligraphy|noun
    筆|ふで|fude|brush|noun
    墨|すみ|sumi|ink|noun
    紙|かみ|kami|paper|noun
    写真|しゃしん|shashin|photograph|noun
    描く|えがく|egaku|to draw; to paint|verb
    美しい|うつくしい|utsukushii|beautiful|i-adjective
    """
}
