// Written by embed_topics.py from topics.txt: change that file, not this one.
// swift-format-ignore-file

extension Lexicon {
    /// The topics as people write them.
    static let text: StaticString = #"""
# The words of each topic, with one example each. Lines that begin with # are comments, but for these:
#   # topic ID
#   = Japanese name | English name | further names that people may type, comma-separated
# Then one word a line: japanese|kana|gloss (senses by "; ")|type|formality|example|its reading|the example in English.
# Where the word in Latin letters is not simply its kana's, as words stand apart or a particle sounds otherwise, it follows them: こんにちは/konnichiwa.
# A name belongs to one topic, whatever its case; the id is a name as well. Held against EDICT by Tests/Peers/check_lexicon.py.

# topic food
= 食べ物 | Food | meal, meals, eating, things to eat, japanese food, breakfast, lunch, dinner, 食事, ご飯, 和食
ご飯|ごはん|cooked rice; meal|noun|neutral|毎朝ご飯を食べます。|まいあさごはんをたべます。|I eat rice every morning.
パン|パン|bread|noun|neutral|朝はパンとコーヒーです。|あさはパンとコーヒーです。|In the morning it's bread and coffee.
米|こめ|rice (uncooked)|noun|neutral|スーパーで米を買いました。|スーパーでこめをかいました。|I bought rice at the supermarket.
肉|にく|meat|noun|neutral|父は肉が大好きです。|ちちはにくがだいすきです。|My father loves meat.
卵|たまご|egg|noun|neutral|卵を二つ使います。|たまごをふたつつかいます。|I use two eggs.
豆腐|とうふ|tofu|noun|neutral|豆腐は体にいいです。|とうふはからだにいいです。|Tofu is good for you.
味噌汁|みそしる|miso soup|noun|neutral|母の味噌汁は美味しいです。|ははのみそしるはおいしいです。|My mother's miso soup is delicious.
寿司|すし|sushi|noun|neutral|駅の近くで寿司を食べました。|えきのちかくですしをたべました。|I ate sushi near the station.
刺身|さしみ|sliced raw fish|noun|neutral|刺身は食べられますか。|さしみはたべられますか。|Can you eat sashimi?
天ぷら|てんぷら|tempura|noun|neutral|野菜の天ぷらを作りました。|やさいのてんぷらをつくりました。|I made vegetable tempura.
うどん|うどん|thick wheat noodles|noun|neutral|寒い日はうどんがいいです。|さむいひはうどんがいいです。|Udon is good on a cold day.
そば|そば|buckwheat noodles|noun|neutral|昼にそばを食べました。|ひるにそばをたべました。|I ate soba at noon.
ラーメン|ラーメン|Chinese-style noodles|noun|neutral|この店のラーメンは有名です。|このみせのラーメンはゆうめいです。|This shop's ramen is famous.
カレー|カレー|curry|noun|neutral|晩ご飯はカレーにしましょう。|ばんごはんはカレーにしましょう。|Let's have curry for dinner.
おにぎり|おにぎり|rice ball|noun|neutral|コンビニでおにぎりを買う。|コンビニでおにぎりをかう。|I buy a rice ball at the convenience store.
弁当|べんとう|boxed lunch|noun|neutral|公園で弁当を食べましょう。|こうえんでべんとうをたべましょう。|Let's eat our boxed lunches in the park.
焼き鳥|やきとり|grilled chicken on skewers|noun|neutral|焼き鳥を三本ください。|やきとりをさんぼんください。|Three skewers of grilled chicken, please.
サラダ|サラダ|salad|noun|neutral|サラダにトマトを入れます。|サラダにトマトをいれます。|I put tomatoes in the salad.
お菓子|おかし|sweets; confectionery|noun|polite|おばあさんがお菓子をくれた。|おばあさんがおかしをくれた。|The old lady gave me some sweets.
餅|もち|rice cake|noun|neutral|お正月に餅を食べます。|おしょうがつにもちをたべます。|We eat rice cakes at New Year.
納豆|なっとう|fermented soybeans|noun|neutral|納豆は少し苦手です。|なっとうはすこしにがてです。|I'm not very fond of natto.
朝ご飯|あさごはん|breakfast|noun|neutral|七時に朝ご飯を食べます。|しちじにあさごはんをたべます。|I eat breakfast at seven.
昼ご飯|ひるごはん|lunch|noun|neutral|昼ご飯はもう食べましたか。|ひるごはんはもうたべましたか。|Have you had lunch yet?
晩ご飯|ばんごはん|dinner; evening meal|noun|neutral|家族と晩ご飯を食べます。|かぞくとばんごはんをたべます。|I eat dinner with my family.
食べる|たべる|to eat|verb|neutral|一緒にケーキを食べよう。|いっしょにケーキをたべよう。|Let's eat cake together.
美味しい|おいしい|delicious; tasty|i-adjective|neutral|この店のパンは美味しい。|このみせのパンはおいしい。|The bread at this shop is delicious.

# topic cooking
= 料理 | Cooking | recipe, recipes, how to cook, seasoning, taste, flavours, flavors, 調理, 味, レシピ
料理|りょうり|cooking; dish|noun|neutral|兄は料理が上手です。|あにはりょうりがじょうずです。|My older brother is good at cooking.
材料|ざいりょう|ingredients; material|noun|neutral|まず材料を準備します。|まずざいりょうをじゅんびします。|First we prepare the ingredients.
作り方|つくりかた|way of making|noun|neutral|カレーの作り方を教えて。|カレーのつくりかたをおしえて。|Tell me how to make curry.
塩|しお|salt|noun|neutral|塩を少し入れてください。|しおをすこしいれてください。|Please add a little salt.
砂糖|さとう|sugar|noun|neutral|紅茶に砂糖は入れません。|こうちゃにさとうはいれません。|I don't put sugar in my tea.
醤油|しょうゆ|soy sauce|noun|neutral|刺身に醤油をつけます。|さしみにしょうゆをつけます。|I dip the sashimi in soy sauce.
味噌|みそ|miso; fermented soybean paste|noun|neutral|最後に味噌を入れます。|さいごにみそをいれます。|You add the miso at the end.
酢|す|vinegar|noun|neutral|ご飯に酢を混ぜます。|ごはんにすをまぜます。|Mix vinegar into the rice.
油|あぶら|oil|noun|neutral|鍋に油を入れます。|なべにあぶらをいれます。|Put oil in the pot.
こしょう|こしょう|pepper|noun|neutral|肉に塩とこしょうをかけます。|にくにしおとこしょうをかけます。|I put salt and pepper on the meat.
小麦粉|こむぎこ|wheat flour|noun|neutral|ケーキには小麦粉が要る。|ケーキにはこむぎこがいる。|You need flour for a cake.
火|ひ|fire|noun|neutral|火を弱くしてください。|ひをよわくしてください。|Please turn down the heat.
味|あじ|flavour; taste|noun|neutral|このスープは味が薄い。|このスープはあじがうすい。|This soup tastes weak.
切る|きる|to cut|verb|neutral|玉ねぎを小さく切ります。|たまねぎをちいさくきります。|Cut the onion into small pieces.
焼く|やく|to grill; to bake|verb|neutral|庭で魚を焼きました。|にわでさかなをやきました。|We grilled fish in the garden.
煮る|にる|to simmer; to boil|verb|neutral|弱い火で野菜を煮ます。|よわいひでやさいをにます。|I simmer the vegetables on a low heat.
炒める|いためる|to stir-fry|verb|neutral|肉と野菜を炒めました。|にくとやさいをいためました。|I stir-fried meat and vegetables.
揚げる|あげる|to deep-fry|verb|neutral|油で魚を揚げます。|あぶらでさかなをあげます。|I deep-fry the fish in oil.
蒸す|むす|to steam|verb|neutral|芋を蒸して食べました。|いもをむしてたべました。|I steamed the potatoes and ate them.
炊く|たく|to cook (rice)|verb|neutral|毎晩ご飯を炊きます。|まいばんごはんをたきます。|I cook rice every evening.
混ぜる|まぜる|to mix; to stir|verb|neutral|卵と牛乳をよく混ぜる。|たまごとぎゅうにゅうをよくまぜる。|Mix the eggs and milk well.
温める|あたためる|to warm; to heat|verb|neutral|スープを温めましょうか。|スープをあたためましょうか。|Shall I warm up the soup?
冷やす|ひやす|to cool; to chill|verb|neutral|ビールを冷やしておきます。|ビールをひやしておきます。|I'll have the beer chilled.
甘い|あまい|sweet|i-adjective|neutral|このお菓子は甘すぎる。|このおかしはあますぎる。|This candy is too sweet.
辛い|からい|spicy; hot|i-adjective|neutral|辛いカレーが好きです。|からいカレーがすきです。|I like spicy curry.
苦い|にがい|bitter|i-adjective|neutral|この薬はとても苦い。|このくすりはとてもにがい。|This medicine is very bitter.
酸っぱい|すっぱい|sour|i-adjective|neutral|このみかんは酸っぱいです。|このみかんはすっぱいです。|This mandarin is sour.
塩辛い|しおからい|salty|i-adjective|neutral|このスープは塩辛いですね。|このスープはしおからいですね。|This soup is salty, isn't it?

# topic fruit-and-vegetables
= 果物と野菜 | Fruit and vegetables | fruit, fruits, vegetable, vegetables, grocery, groceries, greengrocer, 果物, 野菜, フルーツ
果物|くだもの|fruit|noun|neutral|毎日果物を食べます。|まいにちくだものをたべます。|I eat fruit every day.
野菜|やさい|vegetable|noun|neutral|もっと野菜を食べなさい。|もっとやさいをたべなさい。|Eat more vegetables.
りんご|りんご|apple|noun|neutral|赤いりんごを三つください。|あかいりんごをみっつください。|Three red apples, please.
みかん|みかん|mandarin orange|noun|neutral|冬はみかんをよく食べます。|ふゆはみかんをよくたべます。|In winter we often eat mandarins.
ぶどう|ぶどう|grapes|noun|neutral|このぶどうは種がない。|このぶどうはたねがない。|These grapes have no seeds.
桃|もも|peach|noun|neutral|夏の桃は甘いです。|なつのももはあまいです。|Summer peaches are sweet.
いちご|いちご|strawberry|noun|neutral|ケーキにいちごをのせます。|ケーキにいちごをのせます。|I put strawberries on the cake.
梨|なし|pear|noun|neutral|秋に梨が美味しくなる。|あきになしがおいしくなる。|Pears become delicious in autumn.
柿|かき|persimmon|noun|neutral|庭の木に柿がなった。|にわのきにかきがなった。|The tree in the garden bore persimmons.
すいか|すいか|watermelon|noun|neutral|海ですいかを食べました。|うみですいかをたべました。|We ate watermelon at the sea.
さくらんぼ|さくらんぼ|cherry|noun|neutral|さくらんぼは小さくて赤い。|さくらんぼはちいさくてあかい。|Cherries are small and red.
バナナ|バナナ|banana|noun|neutral|猿がバナナを食べている。|さるがバナナをたべている。|The monkey is eating a banana.
レモン|レモン|lemon|noun|neutral|魚にレモンをかけます。|さかなにレモンをかけます。|I squeeze lemon over the fish.
メロン|メロン|melon|noun|neutral|このメロンは高いですね。|このメロンはたかいですね。|This melon is expensive, isn't it?
人参|にんじん|carrot|noun|neutral|馬は人参が好きです。|うまはにんじんがすきです。|Horses like carrots.
玉ねぎ|たまねぎ|onion|noun|neutral|玉ねぎを切ると涙が出る。|たまねぎをきるとなみだがでる。|Cutting onions makes my eyes water.
大根|だいこん|white radish|noun|neutral|この大根は太いですね。|このだいこんはふといですね。|This white radish is thick, isn't it?
きゅうり|きゅうり|cucumber|noun|neutral|サラダにきゅうりを入れた。|サラダにきゅうりをいれた。|I put cucumber in the salad.
なす|なす|eggplant|noun|neutral|なすは夏の野菜です。|なすはなつのやさいです。|Eggplant is a summer vegetable.
じゃがいも|じゃがいも|potato|noun|neutral|じゃがいもを洗ってください。|じゃがいもをあらってください。|Please wash the potatoes.
さつまいも|さつまいも|sweet potato|noun|neutral|焼いたさつまいもは甘い。|やいたさつまいもはあまい。|A baked sweet potato is sweet.
トマト|トマト|tomato|noun|neutral|畑でトマトを作っています。|はたけでトマトをつくっています。|I grow tomatoes in the field.
キャベツ|キャベツ|cabbage|noun|neutral|キャベツを半分使いました。|キャベツをはんぶんつかいました。|I used half a cabbage.
白菜|はくさい|Chinese cabbage|noun|neutral|鍋に白菜を入れましょう。|なべにはくさいをいれましょう。|Let's put Chinese cabbage in the hot pot.
かぼちゃ|かぼちゃ|pumpkin|noun|neutral|かぼちゃのスープを作った。|かぼちゃのスープをつくった。|I made pumpkin soup.
ほうれん草|ほうれんそう|spinach|noun|neutral|弟はほうれん草が嫌いだ。|おとうとはほうれんそうがきらいだ。|My little brother hates spinach.
豆|まめ|beans; peas|noun|neutral|豆でスープを作りました。|まめでスープをつくりました。|I made a soup with beans.

# topic drinks
= 飲み物 | Drinks | drink, drinking, beverage, beverages, tea, coffee, alcohol, bar, cafe, お酒, カフェ
飲み物|のみもの|drink; beverage|noun|neutral|飲み物は何にしますか。|のみものはなににしますか。|What will you have to drink?
水|みず|water|noun|neutral|冷たい水をください。|つめたいみずをください。|Cold water, please.
お湯|おゆ|hot water|noun|polite|お湯を沸かしましょう。|おゆをわかしましょう。|Let's boil some water.
お茶|おちゃ|tea|noun|polite|食事の後でお茶を飲みます。|しょくじのあとでおちゃをのみます。|I drink tea after meals.
緑茶|りょくちゃ|green tea|noun|neutral|祖母は緑茶が好きです。|そぼはりょくちゃがすきです。|My grandmother likes green tea.
抹茶|まっちゃ|powdered green tea|noun|neutral|抹茶のアイスを食べたい。|まっちゃのアイスをたべたい。|I want to eat matcha ice cream.
紅茶|こうちゃ|black tea|noun|neutral|紅茶にレモンを入れますか。|こうちゃにレモンをいれますか。|Do you take lemon in your tea?
麦茶|むぎちゃ|barley tea|noun|neutral|夏は冷たい麦茶を飲みます。|なつはつめたいむぎちゃをのみます。|In summer we drink cold barley tea.
コーヒー|コーヒー|coffee|noun|neutral|コーヒーは飲まないんです。|コーヒーはのまないんです。|I don't drink coffee.
牛乳|ぎゅうにゅう|cow's milk|noun|neutral|毎朝牛乳を一杯飲みます。|まいあさぎゅうにゅうをいっぱいのみます。|I drink a glass of milk every morning.
ジュース|ジュース|juice|noun|neutral|子供はジュースを飲んだ。|こどもはジュースをのんだ。|The children drank juice.
ビール|ビール|beer|noun|neutral|仕事の後のビールは最高だ。|しごとのあとのビールはさいこうだ。|A beer after work is the best.
お酒|おさけ|alcohol; sake|noun|polite|お酒はあまり飲みません。|おさけはあまりのみません。|I don't drink much alcohol.
日本酒|にほんしゅ|Japanese rice wine; sake|noun|neutral|日本酒は米から作ります。|にほんしゅはこめからつくります。|Sake is made from rice.
ワイン|ワイン|wine|noun|neutral|赤いワインを一本買った。|あかいワインをいっぽんかった。|I bought a bottle of red wine.
焼酎|しょうちゅう|Japanese distilled spirit|noun|neutral|九州の焼酎は有名です。|きゅうしゅうのしょうちゅうはゆうめいです。|The shochu of Kyushu is famous.
炭酸水|たんさんすい|carbonated water|noun|neutral|炭酸水にレモンを入れる。|たんさんすいにレモンをいれる。|I put lemon in sparkling water.
ココア|ココア|cocoa|noun|neutral|寒い夜はココアを飲みます。|さむいよるはココアをのみます。|On cold nights I drink cocoa.
氷|こおり|ice|noun|neutral|ジュースに氷を入れますか。|ジュースにこおりをいれますか。|Shall I put ice in your juice?
コップ|コップ|glass; tumbler|noun|neutral|コップに水を入れました。|コップにみずをいれました。|I poured water into a glass.
缶|かん|can; tin|noun|neutral|ビールの缶を三つ捨てた。|ビールのかんをみっつすてた。|I threw away three beer cans.
瓶|びん|bottle|noun|neutral|瓶の水を全部飲みました。|びんのみずをぜんぶのみました。|I drank all the water in the bottle.
喫茶店|きっさてん|coffee shop; tearoom|noun|neutral|喫茶店で友達を待ちます。|きっさてんでともだちをまちます。|I'll wait for my friend in a coffee shop.
自動販売機|じどうはんばいき/jidou hanbaiki|vending machine|noun|neutral|自動販売機でお茶を買った。|じどうはんばいきでおちゃをかった。|I bought tea from a vending machine.
飲む|のむ|to drink|verb|neutral|一日に水を二リットル飲む。|いちにちにみずをにリットルのむ。|I drink two litres of water a day.
喉が渇く|のどがかわく/nodo ga kawaku|to be thirsty|expression|neutral|暑くて喉が渇きました。|あつくてのどがかわきました。|It's hot and I'm thirsty.
乾杯|かんぱい|cheers; toast|interjection|neutral|では皆さん、乾杯！|ではみなさん、かんぱい！|Well then, everyone, cheers!

# topic restaurant
= レストラン | Restaurant | restaurants, eating out, ordering, ordering food, menu, dining, waiter, 外食, 注文, 食堂
レストラン|レストラン|restaurant|noun|neutral|駅前のレストランに行った。|えきまえのレストランにいった。|We went to the restaurant by the station.
食堂|しょくどう|dining hall; cafeteria|noun|neutral|大学の食堂は安いです。|だいがくのしょくどうはやすいです。|The university cafeteria is cheap.
居酒屋|いざかや|Japanese-style pub|noun|neutral|友達と居酒屋で飲みました。|ともだちといざかやでのみました。|I had drinks with friends at a Japanese pub.
外食|がいしょく|eating out|noun|neutral|今日は外食にしましょう。|きょうはがいしょくにしましょう。|Let's eat out today.
店員|てんいん|shop assistant; clerk|noun|neutral|店員がメニューをくれた。|てんいんがメニューをくれた。|The clerk gave us a menu.
客|きゃく|customer; guest|noun|neutral|この店はいつも客が多い。|このみせはいつもきゃくがおおい。|This shop always has many customers.
席|せき|seat|noun|neutral|窓の近くの席がいいです。|まどのちかくのせきがいいです。|I'd like a seat near the window.
予約|よやく|reservation; booking|noun|neutral|七時に予約をしました。|しちじによやくをしました。|I made a reservation for seven.
満席|まんせき|fully occupied; no vacant seats|noun|neutral|すみません、今満席です。|すみません、いままんせきです。|I'm sorry, we're full right now.
メニュー|メニュー|menu|noun|neutral|英語のメニューはありますか。|えいごのメニューはありますか。|Do you have a menu in English?
注文|ちゅうもん|order|noun|neutral|ご注文はお決まりですか。|ごちゅうもんはおきまりですか。|Are you ready to order?
定食|ていしょく|set meal|noun|neutral|魚の定食を一つください。|さかなのていしょくをひとつください。|One fish set meal, please.
お勧め|おすすめ|recommendation|noun|polite|今日のお勧めは何ですか。|きょうのおすすめはなんですか。|What do you recommend today?
大盛り|おおもり|large serving|noun|neutral|ご飯を大盛りにしてください。|ごはんをおおもりにしてください。|A large serving of rice, please.
食べ放題|たべほうだい|all-you-can-eat|noun|neutral|この店は肉が食べ放題だ。|このみせはにくがたべほうだいだ。|This place is all-you-can-eat meat.
デザート|デザート|dessert|noun|neutral|デザートはアイスにします。|デザートはアイスにします。|I'll have ice cream for dessert.
会計|かいけい|bill; account|noun|neutral|会計をお願いします。|かいけいをおねがいします。|The bill, please.
勘定|かんじょう|bill; calculation|noun|neutral|お勘定は私が払います。|おかんじょうはわたしがはらいます。|I'll pay the bill.
割り勘|わりかん|splitting the cost|noun|casual|今日は割り勘にしよう。|きょうはわりかんにしよう。|Let's split the bill today.
持ち帰り|もちかえり|takeout|noun|neutral|持ち帰りでお願いします。|もちかえりでおねがいします。|To take away, please.
禁煙|きんえん|no smoking|noun|neutral|この店は全部禁煙です。|このみせはぜんぶきんえんです。|This place is entirely non-smoking.
待つ|まつ|to wait|verb|neutral|店の前で三十分待った。|みせのまえでさんじゅっぷんまった。|We waited thirty minutes in front of the shop.
頼む|たのむ|to order; to request|verb|neutral|ピザとサラダを頼んだ。|ピザとサラダをたのんだ。|I ordered pizza and salad.
払う|はらう|to pay|verb|neutral|カードで払えますか。|カードではらえますか。|Can I pay by card?
いらっしゃいませ|いらっしゃいませ|welcome (in a shop)|expression|honorific|いらっしゃいませ、何名様ですか。|いらっしゃいませ、なんめいさまですか。|Welcome, how many people?
ごちそうさま|ごちそうさま|thank you for the meal|expression|polite|ごちそうさま、美味しかったよ。|ごちそうさま、おいしかったよ。|Thanks for the meal, it was delicious.
お腹が空く|おなかがすく/onaka ga suku|to be hungry|expression|neutral|お腹が空いたので店に入った。|おなかがすいたのでみせにはいった。|I was hungry, so I went into a restaurant.
いっぱい|いっぱい|full; a lot|adverb|neutral|お腹がいっぱいになりました。|おなかがいっぱいになりました。|I'm full now.

# topic family
= 家族 | Family | relatives, relations, parents, siblings, family members, marriage, wedding, 親戚, 兄弟, 結婚
家族|かぞく|family|noun|neutral|家族は五人です。|かぞくはごにんです。|There are five people in my family.
両親|りょうしん|parents|noun|neutral|両親は京都に住んでいます。|りょうしんはきょうとにすんでいます。|My parents live in Kyoto.
父|ちち|father (one's own)|noun|humble|父は銀行で働いています。|ちちはぎんこうではたらいています。|My father works at a bank.
母|はは|mother (one's own)|noun|humble|母に電話をかけました。|ははにでんわをかけました。|I phoned my mother.
お父さん|おとうさん|father; dad|noun|honorific|お父さんはお元気ですか。|おとうさんはおげんきですか。|How is your father?
お母さん|おかあさん|mother; mum|noun|honorific|お母さんの料理が好きだ。|おかあさんのりょうりがすきだ。|I love Mum's cooking.
兄|あに|older brother (one's own)|noun|humble|兄は私より背が高い。|あにはわたしよりせがたかい。|My older brother is taller than me.
姉|あね|older sister (one's own)|noun|humble|姉は先月結婚しました。|あねはせんげつけっこんしました。|My older sister got married last month.
お兄さん|おにいさん|older brother|noun|honorific|お兄さんは何歳ですか。|おにいさんはなんさいですか。|How old is your older brother?
お姉さん|おねえさん|older sister|noun|honorific|お姉さんは学生ですか。|おねえさんはがくせいですか。|Is your older sister a student?
弟|おとうと|younger brother|noun|neutral|弟とよくけんかをします。|おとうととよくけんかをします。|I often quarrel with my younger brother.
妹|いもうと|younger sister|noun|neutral|妹はまだ小学生です。|いもうとはまだしょうがくせいです。|My younger sister is still in elementary school.
兄弟|きょうだい|siblings; brothers|noun|neutral|兄弟が何人いますか。|きょうだいがなんにんいますか。|How many siblings do you have?
姉妹|しまい|sisters|noun|neutral|あの姉妹は声が似ている。|あのしまいはこえがにている。|Those sisters have similar voices.
祖父|そふ|grandfather|noun|neutral|祖父は八十歳です。|そふははちじゅっさいです。|My grandfather is eighty years old.
祖母|そぼ|grandmother|noun|neutral|祖母から手紙が来ました。|そぼからてがみがきました。|A letter came from my grandmother.
おじいさん|おじいさん|grandfather; old man|noun|honorific|おじいさんは畑にいます。|おじいさんははたけにいます。|Grandfather is in the field.
おばあさん|おばあさん|grandmother; old woman|noun|honorific|おばあさんの家に泊まった。|おばあさんのいえにとまった。|I stayed at my grandmother's house.
おじさん|おじさん|uncle; middle-aged man|noun|neutral|おじさんがお金をくれた。|おじさんがおかねをくれた。|My uncle gave me some money.
おばさん|おばさん|aunt; middle-aged lady|noun|neutral|おばさんは東京にいます。|おばさんはとうきょうにいます。|My aunt is in Tokyo.
いとこ|いとこ|cousin|noun|neutral|夏休みにいとこと遊んだ。|なつやすみにいとことあそんだ。|I played with my cousin in the summer holidays.
夫|おっと|husband|noun|humble|夫は料理が得意です。|おっとはりょうりがとくいです。|My husband is good at cooking.
妻|つま|wife|noun|humble|妻は医者をしています。|つまはいしゃをしています。|My wife is a doctor.
息子|むすこ|son|noun|neutral|息子は来年大学に入る。|むすこはらいねんだいがくにはいる。|My son enters university next year.
娘|むすめ|daughter|noun|neutral|娘が二人います。|むすめがふたりいます。|I have two daughters.
孫|まご|grandchild|noun|neutral|祖母は孫に会いたがっている。|そぼはまごにあいたがっている。|Grandmother wants to see her grandchildren.
親戚|しんせき|relative|noun|neutral|正月に親戚が集まります。|しょうがつにしんせきがあつまります。|Our relatives gather at New Year.
結婚|けっこん|marriage|noun|neutral|結婚して十年になります。|けっこんしてじゅうねんになります。|We have been married for ten years.
生まれる|うまれる|to be born|verb|neutral|先週赤ちゃんが生まれた。|せんしゅうあかちゃんがうまれた。|A baby was born last week.

# topic people
= 人 | People | person, persons, men and women, friends, pronouns, relationships, 人間, 友達, 人々
人|ひと|person|noun|neutral|あの人は誰ですか。|あのひとはだれですか。|Who is that person?
男|おとこ|man; male|noun|neutral|男の人が立っています。|おとこのひとがたっています。|A man is standing there.
女|おんな|woman; female|noun|neutral|女の人が歌っています。|おんなのひとがうたっています。|A woman is singing.
男の子|おとこのこ/otoko no ko|boy|noun|neutral|男の子が公園で遊んでいる。|おとこのこがこうえんであそんでいる。|A boy is playing in the park.
女の子|おんなのこ/onna no ko|girl|noun|neutral|あの女の子は歌が上手だ。|あのおんなのこはうたがじょうずだ。|That girl sings well.
子供|こども|child; children|noun|neutral|子供が三人います。|こどもがさんにんいます。|I have three children.
大人|おとな|adult|noun|neutral|大人は千円、子供は五百円です。|おとなはせんえん、こどもはごひゃくえんです。|Adults are 1000 yen, children 500 yen.
赤ちゃん|あかちゃん|baby|noun|neutral|赤ちゃんはよく寝ています。|あかちゃんはよくねています。|The baby is sleeping well.
若者|わかもの|young person; youth|noun|neutral|この町は若者が少ない。|このまちはわかものがすくない。|There are few young people in this town.
老人|ろうじん|old person; the elderly|noun|neutral|老人に席を譲りました。|ろうじんにせきをゆずりました。|I gave my seat to an old person.
友達|ともだち|friend|noun|neutral|日本人の友達ができました。|にほんじんのともだちができました。|I made a Japanese friend.
親友|しんゆう|close friend|noun|neutral|親友に何でも話せます。|しんゆうになんでもはなせます。|I can tell my best friend anything.
恋人|こいびと|lover; sweetheart|noun|neutral|恋人と海へ行きました。|こいびととうみへいきました。|I went to the sea with my sweetheart.
知り合い|しりあい|acquaintance|noun|neutral|彼は父の知り合いです。|かれはちちのしりあいです。|He is an acquaintance of my father's.
隣人|りんじん|neighbour|noun|neutral|隣人は親切な人です。|りんじんはしんせつなひとです。|My neighbour is a kind person.
私|わたし|I; me|pronoun|neutral|私は学生です。|わたしはがくせいです。|I am a student.
僕|ぼく|I; me (used by males)|pronoun|casual|僕も一緒に行くよ。|ぼくもいっしょにいくよ。|I'll go with you too.
あなた|あなた|you|pronoun|neutral|あなたの名前は何ですか。|あなたのなまえはなんですか。|What is your name?
彼|かれ|he; boyfriend|pronoun|neutral|彼は約束を守る人です。|かれはやくそくをまもるひとです。|He is someone who keeps his promises.
彼女|かのじょ|she; girlfriend|pronoun|neutral|彼女は先生になりました。|かのじょはせんせいになりました。|She became a teacher.
皆さん|みなさん|everyone; all of you|noun|honorific|皆さん、静かにしてください。|みなさん、しずかにしてください。|Everyone, please be quiet.
誰|だれ|who|pronoun|neutral|これは誰の傘ですか。|これはだれのかさですか。|Whose umbrella is this?
名前|なまえ|name|noun|neutral|ここに名前を書いてください。|ここになまえをかいてください。|Please write your name here.
年齢|ねんれい|age|noun|neutral|年齢は関係ありません。|ねんれいはかんけいありません。|Age doesn't matter.
住所|じゅうしょ|address|noun|neutral|住所を教えてください。|じゅうしょをおしえてください。|Please tell me your address.
外国人|がいこくじん|foreigner|noun|neutral|京都は外国人が多い町です。|きょうとはがいこくじんがおおいまちです。|Kyoto is a town with many foreigners.
紹介|しょうかい|introduction|noun|neutral|友達を紹介します。|ともだちをしょうかいします。|Let me introduce my friend.
私たち|わたしたち|we; us|pronoun|neutral|私たちは学生です。|わたしたちはがくせいです。|We are students.
男の人|おとこのひと/otoko no hito|man|noun|neutral|あの男の人は先生です。|あのおとこのひとはせんせいです。|That man is a teacher.
女の人|おんなのひと/onna no hito|woman|noun|neutral|女の人が歌っています。|おんなのひとがうたっています。|A woman is singing.

# topic body
= 体 | Body | body parts, parts of the body, human body, face, appearance, looks, 顔, 身体
体|からだ|body|noun|neutral|運動は体にいいです。|うんどうはからだにいいです。|Exercise is good for the body.
頭|あたま|head|noun|neutral|朝から頭が痛いです。|あさからあたまがいたいです。|My head has hurt since morning.
髪|かみ|hair (on the head)|noun|neutral|髪を短く切りました。|かみをみじかくきりました。|I had my hair cut short.
顔|かお|face|noun|neutral|起きたら顔を洗います。|おきたらかおをあらいます。|When I get up I wash my face.
目|め|eye|noun|neutral|彼は目が大きいです。|かれはめがおおきいです。|He has big eyes.
耳|みみ|ear|noun|neutral|うさぎの耳は長いです。|うさぎのみみはながいです。|A rabbit's ears are long.
鼻|はな|nose|noun|neutral|象は鼻が長い動物です。|ぞうははながながいどうぶつです。|The elephant is an animal with a long nose.
口|くち|mouth|noun|neutral|口を大きく開けてください。|くちをおおきくあけてください。|Please open your mouth wide.
歯|は|tooth|noun|neutral|寝る前に歯を磨きます。|ねるまえにはをみがきます。|I brush my teeth before going to bed.
舌|した|tongue|noun|neutral|熱いお茶で舌が痛い。|あついおちゃでしたがいたい。|My tongue hurts from the hot tea.
首|くび|neck|noun|neutral|首にスカーフを巻きます。|くびにスカーフをまきます。|I wrap a scarf round my neck.
喉|のど|throat|noun|neutral|風邪で喉が痛いです。|かぜでのどがいたいです。|My throat hurts from a cold.
肩|かた|shoulder|noun|neutral|祖母の肩をもみました。|そぼのかたをもみました。|I massaged my grandmother's shoulders.
腕|うで|arm|noun|neutral|ボールが腕に当たった。|ボールがうでにあたった。|The ball hit my arm.
手|て|hand|noun|neutral|ご飯の前に手を洗います。|ごはんのまえにてをあらいます。|I wash my hands before meals.
指|ゆび|finger|noun|neutral|包丁で指を切りました。|ほうちょうでゆびをきりました。|I cut my finger with a kitchen knife.
爪|つめ|nail|noun|neutral|夜に爪を切りました。|よるにつめをきりました。|I cut my nails in the evening.
胸|むね|chest; breast|noun|neutral|胸が少し苦しいです。|むねがすこしくるしいです。|My chest feels a little tight.
お腹|おなか|belly; stomach|noun|polite|昨日からお腹が痛い。|きのうからおなかがいたい。|My stomach has hurt since yesterday.
背中|せなか|back|noun|neutral|父の背中は広いです。|ちちのせなかはひろいです。|My father's back is broad.
腰|こし|lower back; waist|noun|neutral|重い箱を持って腰が痛い。|おもいはこをもってこしがいたい。|My lower back hurts from lifting a heavy box.
足|あし|foot; leg|noun|neutral|たくさん歩いて足が疲れた。|たくさんあるいてあしがつかれた。|My legs are tired from walking a lot.
膝|ひざ|knee|noun|neutral|猫が膝の上で寝ている。|ねこがひざのうえでねている。|The cat is sleeping on my lap.
骨|ほね|bone|noun|neutral|スキーで足の骨を折った。|スキーであしのほねをおった。|I broke a bone in my leg skiing.
血|ち|blood|noun|neutral|指から血が出ています。|ゆびからちがでています。|Blood is coming from your finger.
心臓|しんぞう|heart|noun|neutral|走ると心臓が速く打つ。|はしるとしんぞうがはやくうつ。|The heart beats fast when you run.
声|こえ|voice|noun|neutral|もっと大きい声で話して。|もっとおおきいこえではなして。|Speak in a louder voice.
背|せ|height; back|noun|neutral|弟は急に背が伸びた。|おとうとはきゅうにせがのびた。|My younger brother suddenly grew taller.

# topic health
= 健康と病院 | Health | hospital, doctor, medicine, illness, sickness, disease, medical, at the doctor, pharmacy, 健康, 病院, 病気, 医療
健康|けんこう|health|noun|neutral|健康のために毎日歩きます。|けんこうのためにまいにちあるきます。|I walk every day for my health.
病気|びょうき|illness; sickness|noun|neutral|病気で学校を休みました。|びょうきでがっこうをやすみました。|I missed school because of illness.
病院|びょういん|hospital|noun|neutral|この近くに病院がありますか。|このちかくにびょういんがありますか。|Is there a hospital near here?
医者|いしゃ|doctor; physician|noun|neutral|医者に見てもらいました。|いしゃにみてもらいました。|I had a doctor look at it.
看護師|かんごし|nurse|noun|neutral|姉は看護師として働く。|あねはかんごしとしてはたらく。|My older sister works as a nurse.
歯医者|はいしゃ|dentist|noun|neutral|明日歯医者に行きます。|あしたはいしゃにいきます。|I'm going to the dentist tomorrow.
薬|くすり|medicine; drug|noun|neutral|食後にこの薬を飲みます。|しょくごにこのくすりをのみます。|I take this medicine after meals.
薬局|やっきょく|pharmacy; drugstore|noun|neutral|薬局で薬を買いました。|やっきょくでくすりをかいました。|I bought medicine at the pharmacy.
風邪|かぜ|cold; common cold|noun|neutral|風邪をひいてしまいました。|かぜをひいてしまいました。|I've caught a cold.
熱|ねつ|fever; heat|noun|neutral|三十八度の熱があります。|さんじゅうはちどのねつがあります。|I have a fever of thirty-eight degrees.
咳|せき|cough|noun|neutral|夜になると咳が出ます。|よるになるとせきがでます。|I cough at night.
頭痛|ずつう|headache|noun|neutral|頭痛の薬はありますか。|ずつうのくすりはありますか。|Do you have medicine for a headache?
腹痛|ふくつう|stomach ache|noun|neutral|腹痛で会社を休んだ。|ふくつうでかいしゃをやすんだ。|I stayed home from work with a stomach ache.
怪我|けが|injury|noun|neutral|転んで足に怪我をした。|ころんであしにけがをした。|I fell and injured my leg.
花粉症|かふんしょう|hay fever|noun|neutral|春は花粉症で大変です。|はるはかふんしょうでたいへんです。|Spring is hard because of hay fever.
注射|ちゅうしゃ|injection|noun|neutral|子供は注射が嫌いです。|こどもはちゅうしゃがきらいです。|Children dislike injections.
手術|しゅじゅつ|surgery; operation|noun|neutral|父は来週手術を受けます。|ちちはらいしゅうしゅじゅつをうけます。|My father has an operation next week.
入院|にゅういん|hospitalization|noun|neutral|祖父は一か月入院した。|そふはいっかげつにゅういんした。|My grandfather was in hospital for a month.
退院|たいいん|leaving hospital|noun|neutral|母は明日退院します。|はははあしたたいいんします。|My mother leaves hospital tomorrow.
検査|けんさ|examination; inspection|noun|neutral|病院で目の検査をした。|びょういんでめのけんさをした。|I had an eye test at the hospital.
体温計|たいおんけい|thermometer|noun|neutral|体温計で熱を測ります。|たいおんけいでねつをはかります。|I take my temperature with a thermometer.
救急車|きゅうきゅうしゃ|ambulance|noun|neutral|すぐ救急車を呼んでください。|すぐきゅうきゅうしゃをよんでください。|Please call an ambulance at once.
保険|ほけん|insurance|noun|neutral|旅行の前に保険に入った。|りょこうのまえにほけんにはいった。|I took out insurance before the trip.
治る|なおる|to get well; to be cured|verb|neutral|風邪はもう治りましたか。|かぜはもうなおりましたか。|Are you over your cold yet?
痛い|いたい|painful; sore|i-adjective|neutral|歯が痛くて眠れません。|はがいたくてねむれません。|My tooth hurts so much I can't sleep.
気分|きぶん|feeling; mood|noun|neutral|気分が悪いので休みます。|きぶんがわるいのでやすみます。|I don't feel well, so I'll rest.
お大事に|おだいじに/odaiji ni|take care of yourself; get well soon|expression|polite|今日は休んで、お大事に。|きょうはやすんで、おだいじに。|Rest today and get well soon.

# topic emotions
= 感情 | Emotions | emotion, feelings, feeling, mood, love, happiness, sadness, fear, 気持ち, 心, 愛
気持ち|きもち|feeling; sensation|noun|neutral|あなたの気持ちは分かります。|あなたのきもちはわかります。|I understand how you feel.
心|こころ|heart; mind|noun|neutral|彼女は心が優しい人です。|かのじょはこころがやさしいひとです。|She is a kind-hearted person.
感情|かんじょう|emotion; feeling|noun|neutral|兄は感情を顔に出さない。|あにはかんじょうをかおにださない。|My brother doesn't show emotion on his face.
愛|あい|love|noun|neutral|親の愛は深いものだ。|おやのあいはふかいものだ。|A parent's love is deep.
恋|こい|romantic love|noun|neutral|彼は初めて恋をしました。|かれははじめてこいをしました。|He fell in love for the first time.
嬉しい|うれしい|happy; glad|i-adjective|neutral|会えてとても嬉しいです。|あえてとてもうれしいです。|I'm very happy to meet you.
楽しい|たのしい|enjoyable; fun|i-adjective|neutral|昨日のパーティーは楽しかった。|きのうのパーティーはたのしかった。|Yesterday's party was fun.
悲しい|かなしい|sad|i-adjective|neutral|その映画は悲しい話です。|そのえいがはかなしいはなしです。|That film is a sad story.
寂しい|さびしい|lonely|i-adjective|neutral|一人で住むのは寂しい。|ひとりですむのはさびしい。|Living alone is lonely.
怖い|こわい|scary; frightening|i-adjective|neutral|夜の森は少し怖いです。|よるのもりはすこしこわいです。|The forest at night is a little scary.
恥ずかしい|はずかしい|embarrassing; ashamed|i-adjective|neutral|間違えて恥ずかしかった。|まちがえてはずかしかった。|I was embarrassed to make a mistake.
悔しい|くやしい|frustrating; vexing|i-adjective|neutral|試合に負けて悔しいです。|しあいにまけてくやしいです。|I'm frustrated that we lost the match.
羨ましい|うらやましい|envious; enviable|i-adjective|neutral|休みが長くて羨ましい。|やすみがながくてうらやましい。|I envy you your long holiday.
懐かしい|なつかしい|nostalgic; dear|i-adjective|neutral|この歌は懐かしいですね。|このうたはなつかしいですね。|This song brings back memories, doesn't it?
好き|すき|liked; favourite|na-adjective|neutral|日本の音楽が好きです。|にほんのおんがくがすきです。|I like Japanese music.
大好き|だいすき|loved; very much liked|na-adjective|neutral|私はこの町が大好きだ。|わたしはこのまちがだいすきだ。|I love this town.
嫌い|きらい|disliked; hated|na-adjective|neutral|虫が嫌いな人は多いです。|むしがきらいなひとはおおいです。|Many people dislike insects.
幸せ|しあわせ|happiness; happy|na-adjective|neutral|二人は幸せに暮らした。|ふたりはしあわせにくらした。|The two lived happily.
残念|ざんねん|regrettable; unfortunate|na-adjective|neutral|行けなくて残念です。|いけなくてざんねんです。|It's a pity I can't go.
心配|しんぱい|worry; anxiety|noun|neutral|母の病気が心配です。|ははのびょうきがしんぱいです。|I'm worried about my mother's illness.
安心|あんしん|relief; peace of mind|noun|neutral|無事だと聞いて安心した。|ぶじだときいてあんしんした。|I was relieved to hear you were safe.
不安|ふあん|anxiety; unease|na-adjective|neutral|初めての仕事で不安です。|はじめてのしごとでふあんです。|It's my first job and I feel uneasy.
笑う|わらう|to laugh; to smile|verb|neutral|子供たちは大きい声で笑った。|こどもたちはおおきいこえでわらった。|The children laughed out loud.
泣く|なく|to cry; to weep|verb|neutral|妹は映画を見て泣いた。|いもうとはえいがをみてないた。|My little sister cried watching the film.
怒る|おこる|to get angry|verb|neutral|遅れて先生に怒られた。|おくれてせんせいにおこられた。|The teacher got angry with me for being late.
驚く|おどろく|to be surprised|verb|neutral|大きな音に驚きました。|おおきなおとにおどろきました。|I was surprised by a loud noise.
喜ぶ|よろこぶ|to be delighted; to be glad|verb|neutral|プレゼントに母が喜んだ。|プレゼントにははがよろこんだ。|My mother was delighted with the present.
困る|こまる|to be troubled; to be in difficulty|verb|neutral|財布がなくて困っています。|さいふがなくてこまっています。|I've lost my wallet and I'm in trouble.
涙|なみだ|tear|noun|neutral|嬉しくて涙が出ました。|うれしくてなみだがでました。|I was so happy that tears came.
びっくりする|びっくりする/bikkuri suru|to be surprised|verb|neutral|急に電話が鳴ってびっくりした。|きゅうにでんわがなってびっくりした。|The phone rang suddenly and surprised me.
疲れる|つかれる|to get tired|verb|neutral|働きすぎて疲れました。|はたらきすぎてつかれました。|I got tired from working too much.

# topic personality
= 性格 | Personality | character, character traits, describing people, kind of person, describe a person, 人柄
性格|せいかく|character; personality|noun|neutral|妹は明るい性格です。|いもうとはあかるいせいかくです。|My younger sister has a cheerful personality.
優しい|やさしい|kind; gentle|i-adjective|neutral|新しい先生は優しいです。|あたらしいせんせいはやさしいです。|The new teacher is kind.
明るい|あかるい|cheerful; bright|i-adjective|neutral|彼女はいつも明るい。|かのじょはいつもあかるい。|She is always cheerful.
厳しい|きびしい|strict; severe|i-adjective|neutral|父は厳しい人でした。|ちちはきびしいひとでした。|My father was a strict man.
おとなしい|おとなしい|quiet; obedient|i-adjective|neutral|この犬はおとなしいですね。|このいぬはおとなしいですね。|This dog is docile, isn't it?
賢い|かしこい|wise; clever|i-adjective|neutral|賢い子供ですね。|かしこいこどもですね。|What a clever child.
強い|つよい|strong|i-adjective|neutral|母は心が強い人です。|はははこころがつよいひとです。|My mother is a strong-hearted person.
弱い|よわい|weak|i-adjective|neutral|弟は気が弱いです。|おとうとはきがよわいです。|My younger brother is timid.
冷たい|つめたい|cold; coldhearted|i-adjective|neutral|彼は私に冷たいです。|かれはわたしにつめたいです。|He is cold to me.
面白い|おもしろい|amusing; interesting|i-adjective|neutral|山田さんは面白い人だ。|やまださんはおもしろいひとだ。|Mr. Yamada is an amusing person.
親切|しんせつ|kind; kindness|na-adjective|neutral|店の人が親切でした。|みせのひとがしんせつでした。|The people at the shop were kind.
真面目|まじめ|serious; earnest|na-adjective|neutral|彼は真面目に勉強する。|かれはまじめにべんきょうする。|He studies diligently.
元気|げんき|lively; healthy|na-adjective|neutral|祖母は今も元気です。|そぼはいまもげんきです。|My grandmother is still in good health.
静か|しずか|quiet; calm|na-adjective|neutral|兄は静かな人です。|あにはしずかなひとです。|My older brother is a quiet person.
正直|しょうじき|honest|na-adjective|neutral|正直に話してください。|しょうじきにはなしてください。|Please speak honestly.
素直|すなお|obedient; frank|na-adjective|neutral|弟は素直に謝りました。|おとうとはすなおにあやまりました。|My younger brother apologized frankly.
意地悪|いじわる|unkind; malicious|na-adjective|neutral|意地悪なことを言わないで。|いじわるなことをいわないで。|Don't say mean things.
わがまま|わがまま|selfish|na-adjective|neutral|わがままな子供は困ります。|わがままなこどもはこまります。|Selfish children are a trouble.
頑固|がんこ|stubborn|na-adjective|neutral|祖父はとても頑固です。|そふはとてもがんこです。|My grandfather is very stubborn.
内気|うちき|shy|na-adjective|neutral|妹は内気で声が小さい。|いもうとはうちきでこえがちいさい。|My little sister is shy and speaks softly.
積極的|せっきょくてき|active; assertive|na-adjective|neutral|もっと積極的に話そう。|もっとせっきょくてきにはなそう。|Let's speak up more actively.
自信|じしん|confidence; self-confidence|noun|neutral|日本語に自信がありません。|にほんごにじしんがありません。|I have no confidence in my Japanese.
勇気|ゆうき|courage|noun|neutral|勇気を出して声をかけた。|ゆうきをだしてこえをかけた。|I plucked up courage and spoke to her.
癖|くせ|habit|noun|neutral|髪を触る癖があります。|かみをさわるくせがあります。|I have a habit of touching my hair.
長所|ちょうしょ|strong point; merit|noun|neutral|あなたの長所は何ですか。|あなたのちょうしょはなんですか。|What are your strong points?
短所|たんしょ|weak point; defect|noun|neutral|誰にでも短所があります。|だれにでもたんしょがあります。|Everybody has shortcomings.
怠け者|なまけもの|lazy person|noun|neutral|兄は怠け者だと言われる。|あにはなまけものだといわれる。|My brother is said to be lazy.
のんびり|のんびり|carefree; at leisure|adverb|neutral|休みはのんびりしましょう。|やすみはのんびりしましょう。|Let's take it easy on the holiday.

# topic weather
= 天気 | Weather | climate, rain, snow, forecast, weather forecast, storm, temperature, 天候, 気候, 雨
天気|てんき|weather|noun|neutral|今日は天気がいいですね。|きょうはてんきがいいですね。|The weather is nice today, isn't it?
天気予報|てんきよほう/tenki yohou|weather forecast|noun|neutral|毎朝天気予報を見ます。|まいあさてんきよほうをみます。|I watch the weather forecast every morning.
晴れ|はれ|fine weather; clear weather|noun|neutral|明日は晴れでしょう。|あしたははれでしょう。|It will probably be fine tomorrow.
曇り|くもり|cloudiness; cloudy weather|noun|neutral|午後から曇りになります。|ごごからくもりになります。|It will be cloudy from the afternoon.
雨|あめ|rain|noun|neutral|雨の日はバスで行きます。|あめのひはバスでいきます。|On rainy days I go by bus.
大雨|おおあめ|heavy rain|noun|neutral|大雨で電車が止まった。|おおあめででんしゃがとまった。|The trains stopped because of heavy rain.
雪|ゆき|snow|noun|neutral|昨日の夜雪が降りました。|きのうのよるゆきがふりました。|It snowed last night.
風|かぜ|wind|noun|neutral|今日は風が強いです。|きょうはかぜがつよいです。|The wind is strong today.
雲|くも|cloud|noun|neutral|空に白い雲があります。|そらにしろいくもがあります。|There are white clouds in the sky.
空|そら|sky|noun|neutral|空が急に暗くなった。|そらがきゅうにくらくなった。|The sky suddenly grew dark.
雷|かみなり|thunder; lightning|noun|neutral|犬は雷を怖がります。|いぬはかみなりをこわがります。|Dogs are afraid of thunder.
台風|たいふう|typhoon|noun|neutral|来週台風が来るそうです。|らいしゅうたいふうがくるそうです。|I hear a typhoon is coming next week.
嵐|あらし|storm|noun|neutral|嵐の夜は家にいましょう。|あらしのよるはいえにいましょう。|Let's stay at home on a stormy night.
霧|きり|fog; mist|noun|neutral|霧で前がよく見えない。|きりでまえがよくみえない。|I can't see ahead well because of the fog.
虹|にじ|rainbow|noun|neutral|雨の後に虹が出ました。|あめのあとににじがでました。|A rainbow appeared after the rain.
気温|きおん|air temperature|noun|neutral|夜は気温が下がります。|よるはきおんがさがります。|The temperature drops at night.
湿度|しつど|humidity|noun|neutral|日本の夏は湿度が高い。|にほんのなつはしつどがたかい。|Humidity is high in the Japanese summer.
日差し|ひざし|sunlight|noun|neutral|日差しが強いから帽子を被る。|ひざしがつよいからぼうしをかぶる。|The sun is strong, so I wear a hat.
傘|かさ|umbrella|noun|neutral|傘を電車に忘れました。|かさをでんしゃにわすれました。|I left my umbrella on the train.
降る|ふる|to fall (rain, snow)|verb|neutral|朝から雨が降っています。|あさからあめがふっています。|It has been raining since morning.
吹く|ふく|to blow|verb|neutral|北から冷たい風が吹く。|きたからつめたいかぜがふく。|A cold wind blows from the north.
晴れる|はれる|to clear up; to be sunny|verb|neutral|晴れたら山に登ろう。|はれたらやまにのぼろう。|If it clears up, let's climb the mountain.
曇る|くもる|to become cloudy|verb|neutral|空が曇ってきました。|そらがくもってきました。|The sky has begun to cloud over.
止む|やむ|to stop|verb|neutral|雨はもう止みました。|あめはもうやみました。|The rain has already stopped.
暑い|あつい|hot (weather)|i-adjective|neutral|今年の夏はとても暑い。|ことしのなつはとてもあつい。|This summer is very hot.
寒い|さむい|cold (weather)|i-adjective|neutral|寒いので窓を閉めます。|さむいのでまどをしめます。|It's cold, so I'll close the window.
蒸し暑い|むしあつい|humid; sultry|i-adjective|neutral|昨日の夜は蒸し暑かった。|きのうのよるはむしあつかった。|Last night was hot and humid.

# topic seasons
= 季節 | Seasons | season, spring, summer, autumn, fall, winter, four seasons, 四季, 春夏秋冬
季節|きせつ|season|noun|neutral|一番好きな季節は秋です。|いちばんすきなきせつはあきです。|My favourite season is autumn.
春|はる|spring|noun|neutral|春になると花が咲きます。|はるになるとはながさきます。|In spring the flowers bloom.
夏|なつ|summer|noun|neutral|夏は海で泳ぎます。|なつはうみでおよぎます。|In summer I swim in the sea.
秋|あき|autumn; fall|noun|neutral|秋は果物が美味しい。|あきはくだものがおいしい。|In autumn the fruit is delicious.
冬|ふゆ|winter|noun|neutral|北海道の冬は長いです。|ほっかいどうのふゆはながいです。|Winter in Hokkaido is long.
梅雨|つゆ|rainy season|noun|neutral|六月に梅雨が始まります。|ろくがつにつゆがはじまります。|The rainy season begins in June.
花見|はなみ|cherry blossom viewing|noun|neutral|公園で花見をしましょう。|こうえんではなみをしましょう。|Let's see the cherry blossoms in the park.
桜|さくら|cherry blossom; cherry tree|noun|neutral|今年は桜が早く咲いた。|ことしはさくらがはやくさいた。|The cherry trees bloomed early this year.
新緑|しんりょく|fresh green leaves|noun|neutral|五月は新緑が美しい。|ごがつはしんりょくがうつくしい。|In May the fresh green is beautiful.
紅葉|こうよう|autumn colours; leaves changing colour|noun|neutral|京都の紅葉を見に行く。|きょうとのこうようをみにいく。|I'm going to see the autumn colours in Kyoto.
落ち葉|おちば|fallen leaves|noun|neutral|庭の落ち葉を集めました。|にわのおちばをあつめました。|I gathered the fallen leaves in the garden.
花火|はなび|fireworks|noun|neutral|夏の夜に花火を見ます。|なつのよるにはなびをみます。|We watch fireworks on summer nights.
浴衣|ゆかた|light cotton kimono|noun|neutral|浴衣を着て祭りに行く。|ゆかたをきてまつりにいく。|I go to the festival in a cotton kimono.
扇子|せんす|folding fan|noun|neutral|暑いので扇子を使います。|あついのでせんすをつかいます。|It's hot, so I use a folding fan.
扇風機|せんぷうき|electric fan|noun|neutral|部屋に扇風機が一台ある。|へやにせんぷうきがいちだいある。|There is one electric fan in the room.
夏休み|なつやすみ|summer vacation; summer holiday|noun|neutral|夏休みに旅行をします。|なつやすみにりょこうをします。|I'll travel in the summer holidays.
冬休み|ふゆやすみ|winter vacation|noun|neutral|冬休みは二週間です。|ふゆやすみはにしゅうかんです。|The winter vacation is two weeks.
春休み|はるやすみ|spring vacation|noun|neutral|春休みに国へ帰ります。|はるやすみにくにへかえります。|I go back to my country in the spring vacation.
雪だるま|ゆきだるま|snowman|noun|neutral|子供と雪だるまを作った。|こどもとゆきだるまをつくった。|I made a snowman with the children.
初雪|はつゆき|first snow|noun|neutral|昨日初雪が降りました。|きのうはつゆきがふりました。|The first snow fell yesterday.
夕焼け|ゆうやけ|sunset glow|noun|neutral|秋の夕焼けはきれいです。|あきのゆうやけはきれいです。|Autumn sunsets are beautiful.
暖かい|あたたかい|warm|i-adjective|neutral|だんだん暖かくなります。|だんだんあたたかくなります。|It is gradually getting warmer.
涼しい|すずしい|cool|i-adjective|neutral|山の上は涼しいです。|やまのうえはすずしいです。|It's cool on top of the mountain.
過ごす|すごす|to spend (time)|verb|neutral|冬は家で過ごします。|ふゆはいえですごします。|I spend the winter at home.
過ぎる|すぎる|to pass; to go by|verb|neutral|あっという間に夏が過ぎた。|あっというまになつがすぎた。|Summer went by in no time.
咲く|さく|to bloom|verb|neutral|庭に黄色い花が咲いた。|にわにきいろいはながさいた。|Yellow flowers bloomed in the garden.
散る|ちる|to fall (blossoms, leaves)|verb|neutral|風で桜が散りました。|かぜでさくらがちりました。|The cherry blossoms fell in the wind.

# topic nature
= 自然 | Nature | landscape, mountain, mountains, river, forest, outdoors, plants, plant, flowers, flower, trees, garden, 植物, 山, 花
自然|しぜん|nature|noun|neutral|この島は自然が豊かです。|このしまはしぜんがゆたかです。|This island is rich in nature.
山|やま|mountain|noun|neutral|週末は山に登ります。|しゅうまつはやまにのぼります。|I climb mountains at weekends.
川|かわ|river|noun|neutral|川で魚を釣りました。|かわでさかなをつりました。|I caught a fish in the river.
湖|みずうみ|lake|noun|neutral|湖の周りを歩きました。|みずうみのまわりをあるきました。|I walked around the lake.
池|いけ|pond|noun|neutral|池に亀がいます。|いけにかめがいます。|There is a turtle in the pond.
森|もり|forest|noun|neutral|森で鳥の声を聞いた。|もりでとりのこえをきいた。|I heard birds in the forest.
林|はやし|woods; grove|noun|neutral|林の中は静かです。|はやしのなかはしずかです。|It is quiet in the woods.
谷|たに|valley|noun|neutral|深い谷に橋がある。|ふかいたににはしがある。|There is a bridge over the deep valley.
滝|たき|waterfall|noun|neutral|滝の音が聞こえます。|たきのおとがきこえます。|You can hear the waterfall.
丘|おか|hill|noun|neutral|丘の上に学校が見える。|おかのうえにがっこうがみえる。|You can see a school on the hill.
畑|はたけ|field; vegetable garden|noun|neutral|畑で野菜を作ります。|はたけでやさいをつくります。|We grow vegetables in the field.
田んぼ|たんぼ|rice field|noun|neutral|田んぼで蛙が鳴いている。|たんぼでかえるがないている。|Frogs are croaking in the rice field.
木|き|tree; wood|noun|neutral|大きい木の陰で休もう。|おおきいきのかげでやすもう。|Let's rest in the shade of the big tree.
草|くさ|grass|noun|neutral|牛が草を食べています。|うしがくさをたべています。|The cow is eating grass.
花|はな|flower|noun|neutral|母に花をあげました。|ははにはなをあげました。|I gave my mother flowers.
葉|は|leaf|noun|neutral|秋に葉が赤くなります。|あきにはがあかくなります。|In autumn the leaves turn red.
枝|えだ|branch; twig|noun|neutral|鳥が枝に止まっている。|とりがえだにとまっている。|A bird is perched on a branch.
根|ね|root|noun|neutral|この木は根が深いです。|このきはねがふかいです。|This tree has deep roots.
種|たね|seed|noun|neutral|春に花の種をまきます。|はるにはなのたねをまきます。|In spring I sow flower seeds.
竹|たけ|bamboo|noun|neutral|竹はとても速く伸びる。|たけはとてもはやくのびる。|Bamboo grows very fast.
松|まつ|pine tree|noun|neutral|海の近くに松が多い。|うみのちかくにまつがおおい。|There are many pines near the sea.
梅|うめ|plum; Japanese apricot|noun|neutral|二月に梅が咲きます。|にがつにうめがさきます。|The plum trees blossom in February.
菊|きく|chrysanthemum|noun|neutral|祖父は菊を育てている。|そふはきくをそだてている。|My grandfather grows chrysanthemums.
石|いし|stone|noun|neutral|川で丸い石を拾った。|かわでまるいいしをひろった。|I picked up a round stone by the river.
岩|いわ|rock|noun|neutral|大きい岩に座りました。|おおきいいわにすわりました。|I sat on a big rock.
土|つち|soil; earth|noun|neutral|この土は野菜にいいです。|このつちはやさいにいいです。|This soil is good for vegetables.
景色|けしき|scenery; landscape|noun|neutral|山からの景色は最高だ。|やまからのけしきはさいこうだ。|The view from the mountain is superb.
植える|うえる|to plant|verb|neutral|庭に木を植えました。|にわにきをうえました。|I planted a tree in the garden.
育てる|そだてる|to raise; to bring up|verb|neutral|ベランダで花を育てます。|ベランダではなをそだてます。|I grow flowers on the balcony.

# topic animals
= 動物 | Animals | animal, pets, pet, zoo, wild animals, insects, birds, dogs, cats, ペット, 虫, 鳥
動物|どうぶつ|animal|noun|neutral|どんな動物が好きですか。|どんなどうぶつがすきですか。|What animals do you like?
犬|いぬ|dog|noun|neutral|毎朝犬と散歩します。|まいあさいぬとさんぽします。|I walk with my dog every morning.
猫|ねこ|cat|noun|neutral|窓の下に猫がいます。|まどのしたにねこがいます。|There is a cat under the window.
鳥|とり|bird|noun|neutral|鳥が空を飛んでいる。|とりがそらをとんでいる。|A bird is flying in the sky.
馬|うま|horse|noun|neutral|初めて馬に乗りました。|はじめてうまにのりました。|I rode a horse for the first time.
牛|うし|cow; cattle|noun|neutral|北海道で牛を見ました。|ほっかいどうでうしをみました。|I saw cows in Hokkaido.
豚|ぶた|pig|noun|neutral|農家で豚を育てている。|のうかでぶたをそだてている。|They raise pigs on the farm.
羊|ひつじ|sheep|noun|neutral|羊の毛は暖かいです。|ひつじのけはあたたかいです。|Sheep's wool is warm.
鶏|にわとり|chicken|noun|neutral|鶏が朝早く鳴きます。|にわとりがあさはやくなきます。|The rooster crows early in the morning.
猿|さる|monkey|noun|neutral|猿が木に登っている。|さるがきにのぼっている。|A monkey is climbing the tree.
熊|くま|bear|noun|neutral|この山には熊が出ます。|このやまにはくまがでます。|There are bears on this mountain.
狐|きつね|fox|noun|neutral|雪の上に狐がいました。|ゆきのうえにきつねがいました。|There was a fox on the snow.
たぬき|たぬき|raccoon dog|noun|neutral|夜、庭にたぬきが来ます。|よる、にわにたぬきがきます。|At night a raccoon dog comes to the garden.
鹿|しか|deer|noun|neutral|奈良で鹿と写真を撮った。|ならでしかとしゃしんをとった。|I took a photo with a deer in Nara.
うさぎ|うさぎ|rabbit; hare|noun|neutral|うさぎは人参が好きです。|うさぎはにんじんがすきです。|Rabbits like carrots.
ねずみ|ねずみ|mouse; rat|noun|neutral|猫がねずみを追いかける。|ねこがねずみをおいかける。|The cat chases a mouse.
象|ぞう|elephant|noun|neutral|動物園で象を見ました。|どうぶつえんでぞうをみました。|I saw an elephant at the zoo.
ライオン|ライオン|lion|noun|neutral|ライオンは昼も寝ています。|ライオンはひるもねています。|Lions sleep in the daytime too.
虎|とら|tiger|noun|neutral|虎は泳ぐのが上手です。|とらはおよぐのがじょうずです。|Tigers are good at swimming.
蛇|へび|snake|noun|neutral|草の中に蛇がいるよ。|くさのなかにへびがいるよ。|There's a snake in the grass.
蛙|かえる|frog|noun|neutral|雨の日は蛙が鳴きます。|あめのひはかえるがなきます。|Frogs croak on rainy days.
虫|むし|insect; bug|noun|neutral|弟は虫を集めている。|おとうとはむしをあつめている。|My little brother collects insects.
蝶|ちょう|butterfly|noun|neutral|花に白い蝶が止まった。|はなにしろいちょうがとまった。|A white butterfly settled on the flower.
蚊|か|mosquito|noun|neutral|夏は蚊が多くて困る。|なつはかがおおくてこまる。|There are annoyingly many mosquitoes in summer.
蜘蛛|くも|spider|noun|neutral|天井に蜘蛛がいます。|てんじょうにくもがいます。|There is a spider on the ceiling.
動物園|どうぶつえん|zoo|noun|neutral|日曜日に動物園へ行こう。|にちようびにどうぶつえんへいこう。|Let's go to the zoo on Sunday.
飼う|かう|to keep (a pet)|verb|neutral|うちでは犬を飼っています。|うちではいぬをかっています。|We keep a dog at home.
鳴く|なく|to sing (bird); to cry (animal)|verb|neutral|夜中に猫が鳴いていた。|よなかにねこがないていた。|A cat was mewing in the middle of the night.
匹|ひき|counter for small animals|counter|neutral|猫が二匹います。|ねこがにひきいます。|There are two cats.

# topic sea
= 海と魚 | Sea and fish | sea, ocean, beach, fish, marine life, fishing, seafood, 海, 魚, 釣り
海|うみ|sea; ocean|noun|neutral|窓から海が見えます。|まどからうみがみえます。|You can see the sea from the window.
波|なみ|wave|noun|neutral|今日は波が高いです。|きょうはなみがたかいです。|The waves are high today.
島|しま|island|noun|neutral|船で小さい島へ行く。|ふねでちいさいしまへいく。|We go to a small island by boat.
海岸|かいがん|coast; beach|noun|neutral|朝の海岸を走ります。|あさのかいがんをはしります。|I run along the beach in the morning.
砂|すな|sand|noun|neutral|靴に砂が入りました。|くつにすながはいりました。|Sand got into my shoes.
砂浜|すなはま|sandy beach|noun|neutral|砂浜で貝を拾いました。|すなはまでかいをひろいました。|I picked up shells on the beach.
港|みなと|harbour; port|noun|neutral|港に大きい船が着いた。|みなとにおおきいふねがついた。|A big ship arrived in the harbour.
船|ふね|ship; boat|noun|neutral|船で一晩寝ました。|ふねでひとばんねました。|I slept one night on the ship.
魚|さかな|fish|noun|neutral|毎日魚を食べています。|まいにちさかなをたべています。|I eat fish every day.
鮭|さけ|salmon|noun|neutral|朝ご飯に鮭を焼きます。|あさごはんにさけをやきます。|I grill salmon for breakfast.
鮪|まぐろ|tuna|noun|neutral|鮪の刺身をください。|まぐろのさしみをください。|Sliced raw tuna, please.
鯖|さば|mackerel|noun|neutral|鯖を味噌で煮ました。|さばをみそでにました。|I simmered mackerel in miso.
鯛|たい|sea bream|noun|neutral|お祝いに鯛を食べます。|おいわいにたいをたべます。|We eat sea bream on festive occasions.
鰻|うなぎ|eel|noun|neutral|夏に鰻を食べる人が多い。|なつにうなぎをたべるひとがおおい。|Many people eat eel in summer.
いか|いか|squid|noun|neutral|このいかは今朝取れました。|このいかはけさとれました。|This squid was caught this morning.
たこ|たこ|octopus|noun|neutral|たこは足が八本あります。|たこはあしがはっぽんあります。|An octopus has eight legs.
海老|えび|shrimp; prawn|noun|neutral|海老の天ぷらが好きです。|えびのてんぷらがすきです。|I like prawn tempura.
かに|かに|crab|noun|neutral|冬はかにが美味しいです。|ふゆはかにがおいしいです。|Crab is delicious in winter.
貝|かい|shellfish; shell|noun|neutral|貝のスープを作りました。|かいのスープをつくりました。|I made shellfish soup.
海苔|のり|edible seaweed; nori|noun|neutral|おにぎりに海苔を巻きます。|おにぎりにのりをまきます。|I wrap the rice ball in seaweed.
鯨|くじら|whale|noun|neutral|船から鯨が見えました。|ふねからくじらがみえました。|We saw a whale from the ship.
いるか|いるか|dolphin|noun|neutral|水族館でいるかを見た。|すいぞくかんでいるかをみた。|I saw dolphins at the aquarium.
さめ|さめ|shark|noun|neutral|この海にさめはいません。|このうみにさめはいません。|There are no sharks in this sea.
水族館|すいぞくかん|aquarium|noun|neutral|雨の日は水族館がいい。|あめのひはすいぞくかんがいい。|An aquarium is good on a rainy day.
漁師|りょうし|fisherman|noun|neutral|祖父は漁師でした。|そふはりょうしでした。|My grandfather was a fisherman.
釣る|つる|to catch (fish); to fish|verb|neutral|昨日大きい魚を釣った。|きのうおおきいさかなをつった。|I caught a big fish yesterday.
泳ぐ|およぐ|to swim|verb|neutral|ここで泳いではいけません。|ここでおよいではいけません。|You mustn't swim here.
深い|ふかい|deep|i-adjective|neutral|この先は海が深いです。|このさきはうみがふかいです。|The sea is deep beyond here.
浅い|あさい|shallow|i-adjective|neutral|子供は浅い所で遊びます。|こどもはあさいところであそびます。|The children play where it's shallow.

# topic house
= 家と部屋 | House and rooms | house, home, rooms, room, apartment, flat, living, moving house, 家, 部屋, 住まい
家|いえ|house; home|noun|neutral|新しい家を建てました。|あたらしいいえをたてました。|We built a new house.
部屋|へや|room|noun|neutral|この部屋は広いですね。|このへやはひろいですね。|This room is spacious, isn't it?
玄関|げんかん|entrance; front door|noun|neutral|玄関で靴を脱ぎます。|げんかんでくつをぬぎます。|We take off our shoes at the entrance.
居間|いま|living room|noun|neutral|居間でテレビを見ます。|いまでテレビをみます。|We watch TV in the living room.
寝室|しんしつ|bedroom|noun|neutral|寝室は二階にあります。|しんしつはにかいにあります。|The bedroom is upstairs.
和室|わしつ|Japanese-style room|noun|neutral|和室は畳の部屋です。|わしつはたたみのへやです。|A Japanese-style room has tatami.
台所|だいどころ|kitchen|noun|neutral|母は台所にいます。|はははだいどころにいます。|My mother is in the kitchen.
お風呂|おふろ|bath|noun|polite|寝る前にお風呂に入る。|ねるまえにおふろにはいる。|I take a bath before going to bed.
トイレ|トイレ|toilet; restroom|noun|neutral|トイレを借りてもいいですか。|トイレをかりてもいいですか。|May I use the toilet?
階段|かいだん|stairs|noun|neutral|階段で転びました。|かいだんでころびました。|I fell on the stairs.
廊下|ろうか|corridor; hallway|noun|neutral|廊下を走らないでください。|ろうかをはしらないでください。|Please don't run in the corridor.
窓|まど|window|noun|neutral|暑いから窓を開けよう。|あついからまどをあけよう。|It's hot, so let's open the window.
ドア|ドア|door|noun|neutral|ドアを静かに閉めて。|ドアをしずかにしめて。|Close the door quietly.
壁|かべ|wall|noun|neutral|壁に絵を掛けました。|かべにえをかけました。|I hung a picture on the wall.
天井|てんじょう|ceiling|noun|neutral|この部屋は天井が高い。|このへやはてんじょうがたかい。|This room has a high ceiling.
床|ゆか|floor|noun|neutral|床に座ってもいいですか。|ゆかにすわってもいいですか。|May I sit on the floor?
屋根|やね|roof|noun|neutral|屋根の上に猫がいる。|やねのうえにねこがいる。|There's a cat on the roof.
庭|にわ|garden; yard|noun|neutral|庭で花を育てています。|にわではなをそだてています。|I grow flowers in the garden.
門|もん|gate|noun|neutral|門の前に車が止まった。|もんのまえにくるまがとまった。|A car stopped in front of the gate.
鍵|かぎ|key; lock|noun|neutral|鍵をどこかに落としました。|かぎをどこかにおとしました。|I dropped my key somewhere.
畳|たたみ|tatami mat|noun|neutral|畳の上で昼寝をします。|たたみのうえでひるねをします。|I take a nap on the tatami.
アパート|アパート|apartment|noun|neutral|駅に近いアパートを借りた。|えきにちかいアパートをかりた。|I rented an apartment near the station.
マンション|マンション|apartment building; condominium|noun|neutral|十階のマンションに住む。|じゅっかいのマンションにすむ。|I live on the tenth floor of an apartment building.
家賃|やちん|rent|noun|neutral|東京は家賃が高いです。|とうきょうはやちんがたかいです。|Rent is high in Tokyo.
大家|おおや|landlord; landlady|noun|neutral|大家さんに家賃を払う。|おおやさんにやちんをはらう。|I pay the rent to the landlord.
引っ越し|ひっこし|moving (house)|noun|neutral|来月引っ越しをします。|らいげつひっこしをします。|I'm moving house next month.
住む|すむ|to live; to reside|verb|neutral|どこに住んでいますか。|どこにすんでいますか。|Where do you live?
借りる|かりる|to borrow; to rent|verb|neutral|部屋を二年借りました。|へやをにねんかりました。|I rented a room for two years.
広い|ひろい|spacious; wide|i-adjective|neutral|もっと広い家が欲しい。|もっとひろいいえがほしい。|I want a more spacious house.
狭い|せまい|narrow; small|i-adjective|neutral|私の部屋は狭いです。|わたしのへやはせまいです。|My room is small.

# topic furniture
= 家具と家電 | Furniture and household | furniture, household, appliances, household items, housework, cleaning, chores, 家具, 家電, 家事, 掃除
家具|かぐ|furniture|noun|neutral|この家具は木でできている。|このかぐはきでできている。|This furniture is made of wood.
机|つくえ|desk|noun|neutral|机の上に本があります。|つくえのうえにほんがあります。|There is a book on the desk.
テーブル|テーブル|table|noun|neutral|テーブルに花を置きます。|テーブルにはなをおきます。|I put flowers on the table.
椅子|いす|chair|noun|neutral|どうぞ椅子に座ってください。|どうぞいすにすわってください。|Please sit down on the chair.
本棚|ほんだな|bookshelf; bookcase|noun|neutral|本棚に漫画が並んでいる。|ほんだなにまんががならんでいる。|Comics are lined up on the bookshelf.
たんす|たんす|chest of drawers|noun|neutral|着物はたんすに入っています。|きものはたんすにはいっています。|The kimono is in the chest of drawers.
押し入れ|おしいれ|closet|noun|neutral|布団を押し入れにしまう。|ふとんをおしいれにしまう。|I put the futon away in the closet.
引き出し|ひきだし|drawer|noun|neutral|鍵は引き出しの中です。|かぎはひきだしのなかです。|The key is in the drawer.
布団|ふとん|futon; Japanese bedding|noun|neutral|天気がいいので布団を干す。|てんきがいいのでふとんをほす。|The weather is fine, so I air the futon.
ベッド|ベッド|bed|noun|neutral|猫がベッドで寝ている。|ねこがベッドでねている。|The cat is sleeping on the bed.
枕|まくら|pillow|noun|neutral|枕が高いと眠れません。|まくらがたかいとねむれません。|I can't sleep if the pillow is high.
毛布|もうふ|blanket|noun|neutral|寒いから毛布を二枚使う。|さむいからもうふをにまいつかう。|It's cold, so I use two blankets.
鏡|かがみ|mirror|noun|neutral|鏡で自分の顔を見る。|かがみでじぶんのかおをみる。|I look at my face in the mirror.
カーテン|カーテン|curtain|noun|neutral|朝カーテンを開けます。|あさカーテンをあけます。|I open the curtains in the morning.
電気|でんき|electricity; light|noun|neutral|寝る時は電気を消します。|ねるときはでんきをけします。|I turn off the light when I go to sleep.
冷蔵庫|れいぞうこ|refrigerator|noun|neutral|冷蔵庫に何もありません。|れいぞうこになにもありません。|There is nothing in the refrigerator.
洗濯機|せんたくき|washing machine|noun|neutral|洗濯機が壊れました。|せんたくきがこわれました。|The washing machine broke.
掃除機|そうじき|vacuum cleaner|noun|neutral|週末に掃除機をかけます。|しゅうまつにそうじきをかけます。|I vacuum at weekends.
テレビ|テレビ|television; TV|noun|neutral|夕食の後テレビを見ます。|ゆうしょくのあとテレビをみます。|I watch television after dinner.
エアコン|エアコン|air conditioner|noun|neutral|エアコンをつけましょうか。|エアコンをつけましょうか。|Shall I turn on the air conditioner?
こたつ|こたつ|table with heater|noun|neutral|冬はこたつでみかんを食べる。|ふゆはこたつでみかんをたべる。|In winter we eat mandarins at the heated table.
ごみ箱|ごみばこ|garbage can; trash can|noun|neutral|紙はごみ箱に捨ててね。|かみはごみばこにすててね。|Throw the paper in the trash can.
箱|はこ|box|noun|neutral|この箱は何ですか。|このはこはなんですか。|What is this box?
掃除|そうじ|cleaning|noun|neutral|毎週部屋を掃除します。|まいしゅうへやをそうじします。|I clean my room every week.
洗濯|せんたく|washing; laundry|noun|neutral|晴れたら洗濯をします。|はれたらせんたくをします。|If it's fine I'll do the laundry.
家事|かじ|housework|noun|neutral|夫も家事をしています。|おっともかじをしています。|My husband does housework too.
片付ける|かたづける|to tidy up; to put in order|verb|neutral|机の上を片付けなさい。|つくえのうえをかたづけなさい。|Tidy up your desk.
干す|ほす|to dry; to air|verb|neutral|洗った服を外に干す。|あらったふくをそとにほす。|I hang the washed clothes outside to dry.
置く|おく|to put; to place|verb|neutral|荷物はここに置いてください。|にもつはここにおいてください。|Please put your luggage here.

# topic kitchen
= 台所の道具 | Kitchen | kitchen tools, kitchenware, tableware, dishes, utensils, cookware, 台所, 食器, キッチン
食器|しょっき|tableware|noun|neutral|食器を洗ってくれますか。|しょっきをあらってくれますか。|Will you wash the dishes?
皿|さら|plate; dish|noun|neutral|皿にケーキをのせます。|さらにケーキをのせます。|I put the cake on a plate.
茶碗|ちゃわん|rice bowl; tea bowl|noun|neutral|茶碗にご飯を入れます。|ちゃわんにごはんをいれます。|I put rice in the bowl.
箸|はし|chopsticks|noun|neutral|箸の使い方が上手ですね。|はしのつかいかたがじょうずですね。|You use chopsticks well.
スプーン|スプーン|spoon|noun|neutral|スプーンでカレーを食べる。|スプーンでカレーをたべる。|I eat curry with a spoon.
フォーク|フォーク|fork|noun|neutral|フォークを落としました。|フォークをおとしました。|I dropped my fork.
ナイフ|ナイフ|knife|noun|neutral|ナイフで肉を切ります。|ナイフでにくをきります。|I cut the meat with a knife.
包丁|ほうちょう|kitchen knife|noun|neutral|この包丁はよく切れる。|このほうちょうはよくきれる。|This kitchen knife cuts well.
まな板|まないた|cutting board; chopping board|noun|neutral|まな板の上で魚を切る。|まないたのうえでさかなをきる。|I cut the fish on the chopping board.
鍋|なべ|pot; saucepan|noun|neutral|鍋でスープを作ります。|なべでスープをつくります。|I make soup in a pot.
フライパン|フライパン|frying pan|noun|neutral|フライパンで卵を焼く。|フライパンでたまごをやく。|I fry an egg in the frying pan.
やかん|やかん|kettle|noun|neutral|やかんでお湯を沸かす。|やかんでおゆをわかす。|I boil water in a kettle.
急須|きゅうす|small teapot|noun|neutral|急須でお茶をいれます。|きゅうすでおちゃをいれます。|I make tea in a teapot.
湯呑み|ゆのみ|teacup|noun|neutral|祖父の湯呑みは大きい。|そふのゆのみはおおきい。|My grandfather's teacup is large.
しゃもじ|しゃもじ|rice paddle|noun|neutral|しゃもじでご飯を混ぜます。|しゃもじでごはんをまぜます。|I stir the rice with a rice paddle.
炊飯器|すいはんき|rice cooker|noun|neutral|炊飯器のスイッチを押す。|すいはんきのスイッチをおす。|I press the switch of the rice cooker.
電子レンジ|でんしレンジ/denshi renji|microwave oven|noun|neutral|電子レンジで弁当を温める。|でんしレンジでべんとうをあたためる。|I warm the boxed lunch in the microwave.
オーブン|オーブン|oven|noun|neutral|オーブンでパンを焼きます。|オーブンでパンをやきます。|I bake bread in the oven.
ガス|ガス|gas|noun|neutral|ガスの火を消しましたか。|ガスのひをけしましたか。|Did you turn off the gas?
水道|すいどう|water supply|noun|neutral|水道の水は飲めますか。|すいどうのみずはのめますか。|Is the tap water drinkable?
蛇口|じゃぐち|faucet; tap|noun|neutral|蛇口から水が出ません。|じゃぐちからみずがでません。|No water comes from the tap.
流し|ながし|sink|noun|neutral|流しに皿を置いてください。|ながしにさらをおいてください。|Please put the plates in the sink.
冷凍庫|れいとうこ|freezer|noun|neutral|アイスは冷凍庫にあります。|アイスはれいとうこにあります。|The ice cream is in the freezer.
棚|たな|shelf|noun|neutral|棚から皿を出しました。|たなからさらをだしました。|I took a plate from the shelf.
お盆|おぼん|tray|noun|polite|お茶をお盆にのせて運ぶ。|おちゃをおぼんにのせてはこぶ。|I carry the tea on a tray.
布巾|ふきん|dishcloth; tea towel|noun|neutral|布巾で皿を拭きます。|ふきんでさらをふきます。|I dry the plates with a tea towel.
洗剤|せんざい|detergent|noun|neutral|洗剤がもうありません。|せんざいがもうありません。|There's no detergent left.
沸かす|わかす|to boil; to heat|verb|neutral|お茶のために水を沸かす。|おちゃのためにみずをわかす。|I boil water for tea.
拭く|ふく|to wipe; to dry|verb|neutral|テーブルを拭いてください。|テーブルをふいてください。|Please wipe the table.
洗う|あらう|to wash|verb|neutral|食べた後で皿を洗います。|たべたあとでさらをあらいます。|After eating I wash the plates.

# topic clothes
= 服 | Clothes | clothing, fashion, wear, getting dressed, shoes, accessories, jewelry, 洋服, ファッション, 衣服, 靴
服|ふく|clothes|noun|neutral|新しい服を買いました。|あたらしいふくをかいました。|I bought new clothes.
着物|きもの|kimono|noun|neutral|お正月に着物を着ます。|おしょうがつにきものをきます。|I wear a kimono at New Year.
洋服|ようふく|Western-style clothes|noun|neutral|祖母は洋服を着ません。|そぼはようふくをきません。|My grandmother doesn't wear Western clothes.
シャツ|シャツ|shirt|noun|neutral|白いシャツを着ています。|しろいシャツをきています。|He is wearing a white shirt.
上着|うわぎ|jacket; coat|noun|neutral|寒いから上着を着なさい。|さむいからうわぎをきなさい。|It's cold, so put on your jacket.
ズボン|ズボン|trousers; pants|noun|neutral|このズボンは少し長い。|このズボンはすこしながい。|These trousers are a little long.
スカート|スカート|skirt|noun|neutral|青いスカートが欲しいです。|あおいスカートがほしいです。|I want a blue skirt.
セーター|セーター|sweater|noun|neutral|母がセーターを編んだ。|ははがセーターをあんだ。|My mother knitted a sweater.
コート|コート|coat|noun|neutral|冬のコートを出しました。|ふゆのコートをだしました。|I got out my winter coat.
背広|せびろ|business suit|noun|neutral|父は毎日背広で出かける。|ちちはまいにちせびろででかける。|My father goes out in a suit every day.
制服|せいふく|uniform|noun|neutral|この学校は制服がない。|このがっこうはせいふくがない。|This school has no uniform.
下着|したぎ|underwear|noun|neutral|旅行に下着を三枚持って行く。|りょこうにしたぎをさんまいもっていく。|I take three sets of underwear on the trip.
パジャマ|パジャマ|pyjamas|noun|neutral|パジャマで朝ご飯を食べる。|パジャマであさごはんをたべる。|I eat breakfast in my pyjamas.
帽子|ぼうし|hat; cap|noun|neutral|帽子を被って出かけます。|ぼうしをかぶってでかけます。|I go out wearing a hat.
靴|くつ|shoes|noun|neutral|靴が小さくて足が痛い。|くつがちいさくてあしがいたい。|My shoes are small and my feet hurt.
靴下|くつした|socks|noun|neutral|靴下に穴が開いている。|くつしたにあながあいている。|There's a hole in my sock.
手袋|てぶくろ|gloves|noun|neutral|手袋を片方なくしました。|てぶくろをかたほうなくしました。|I lost one of my gloves.
眼鏡|めがね|glasses; spectacles|noun|neutral|眼鏡がないと見えません。|めがねがないとみえません。|I can't see without my glasses.
腕時計|うでどけい|wristwatch|noun|neutral|父に腕時計をもらった。|ちちにうでどけいをもらった。|I got a wristwatch from my father.
指輪|ゆびわ|ring|noun|neutral|指輪を外してください。|ゆびわをはずしてください。|Please take off your ring.
ネクタイ|ネクタイ|necktie|noun|neutral|赤いネクタイを選びました。|あかいネクタイをえらびました。|I chose a red tie.
かばん|かばん|bag|noun|neutral|かばんにノートを入れます。|かばんにノートをいれます。|I put my notebook in my bag.
ポケット|ポケット|pocket|noun|neutral|ポケットに鍵がありました。|ポケットにかぎがありました。|The key was in my pocket.
袖|そで|sleeve|noun|neutral|袖が長い服が好きです。|そでがながいふくがすきです。|I like clothes with long sleeves.
着る|きる|to wear; to put on|verb|neutral|今日は何を着ましょうか。|きょうはなにをきましょうか。|What shall I wear today?
履く|はく|to put on (shoes, trousers)|verb|neutral|黒い靴を履いています。|くろいくつをはいています。|I'm wearing black shoes.
被る|かぶる|to put on (a hat)|verb|neutral|子供が赤い帽子を被っている。|こどもがあかいぼうしをかぶっている。|The child is wearing a red cap.
脱ぐ|ぬぐ|to take off (clothes)|verb|neutral|暑いので上着を脱いだ。|あついのでうわぎをぬいだ。|It was hot, so I took off my jacket.
似合う|にあう|to suit; to match|verb|neutral|その帽子は似合いますよ。|そのぼうしはにあいますよ。|That hat suits you.
枚|まい|counter for flat things|counter|neutral|シャツを二枚買った。|シャツをにまいかった。|I bought two shirts.

# topic colours-and-shapes
= 色と形 | Colours and shapes | colours, colors, colour, color, shapes, shape, colors and shapes, size, 色, 形
色|いろ|colour|noun|neutral|好きな色は何ですか。|すきないろはなんですか。|What is your favourite colour?
赤|あか|red|noun|neutral|信号が赤になりました。|しんごうがあかになりました。|The traffic light turned red.
青|あお|blue; green (light)|noun|neutral|空の絵を青でかいた。|そらのえをあおでかいた。|I painted the sky in blue.
白|しろ|white|noun|neutral|壁を白に塗りました。|かべをしろにぬりました。|I painted the wall white.
黒|くろ|black|noun|neutral|黒の靴を探しています。|くろのくつをさがしています。|I'm looking for black shoes.
緑|みどり|green|noun|neutral|この町は緑が多いです。|このまちはみどりがおおいです。|There is a lot of green in this town.
黄色|きいろ|yellow|noun|neutral|葉が黄色になりました。|はがきいろになりました。|The leaves turned yellow.
茶色|ちゃいろ|brown|noun|neutral|茶色の犬を飼っています。|ちゃいろのいぬをかっています。|I have a brown dog.
紫|むらさき|purple|noun|neutral|ぶどうは紫の果物です。|ぶどうはむらさきのくだものです。|Grapes are a purple fruit.
灰色|はいいろ|grey|noun|neutral|今日の空は灰色です。|きょうのそらははいいろです。|The sky is grey today.
桃色|ももいろ|pink (colour)|noun|neutral|桜は薄い桃色です。|さくらはうすいももいろです。|Cherry blossoms are pale pink.
金色|きんいろ|golden (colour)|noun|neutral|金色の紙で星を作る。|きんいろのかみでほしをつくる。|We make stars from golden paper.
赤い|あかい|red|i-adjective|neutral|赤い花を三本買った。|あかいはなをさんぼんかった。|I bought three red flowers.
青い|あおい|blue|i-adjective|neutral|海がとても青いですね。|うみがとてもあおいですね。|The sea is very blue, isn't it?
白い|しろい|white|i-adjective|neutral|白い猫が寝ています。|しろいねこがねています。|A white cat is sleeping.
黒い|くろい|black|i-adjective|neutral|黒い雲が出てきた。|くろいくもがでてきた。|Black clouds have come up.
黄色い|きいろい|yellow|i-adjective|neutral|黄色い傘は妹のです。|きいろいかさはいもうとのです。|The yellow umbrella is my sister's.
濃い|こい|dark (colour); thick|i-adjective|neutral|もっと濃い色がいいです。|もっとこいいろがいいです。|A darker colour would be better.
薄い|うすい|pale; thin|i-adjective|neutral|薄い紙は破れやすい。|うすいかみはやぶれやすい。|Thin paper tears easily.
形|かたち|shape; form|noun|neutral|この雲は面白い形だ。|このくもはおもしろいかたちだ。|This cloud has an interesting shape.
丸|まる|circle|noun|neutral|答えに丸を付けなさい。|こたえにまるをつけなさい。|Put a circle round the answer.
三角|さんかく|triangle|noun|neutral|おにぎりを三角に作る。|おにぎりをさんかくにつくる。|I make triangular rice balls.
四角|しかく|square|noun|neutral|紙を四角に切ります。|かみをしかくにきります。|I cut the paper into a square.
線|せん|line|noun|neutral|ここに線を引いてください。|ここにせんをひいてください。|Please draw a line here.
丸い|まるい|round|i-adjective|neutral|地球は丸いです。|ちきゅうはまるいです。|The earth is round.
四角い|しかくい|square|i-adjective|neutral|四角い箱に入れました。|しかくいはこにいれました。|I put it in a square box.
模様|もよう|pattern|noun|neutral|着物の模様が美しい。|きもののもようがうつくしい。|The pattern on the kimono is beautiful.
ピンク|ピンク|pink|noun|neutral|妹はピンクの服が好きだ。|いもうとはピンクのふくがすきだ。|My sister likes pink clothes.
水色|みずいろ|light blue; sky blue|noun|neutral|水色の空が広がる。|みずいろのそらがひろがる。|A light blue sky spreads out.

# topic numbers
= 数 | Numbers | number, counting, count, quantities, quantity, numerals, amounts, 数字, 数え方
一|いち|one|numeral|neutral|一から五まで数えます。|いちからごまでかぞえます。|I count from one to five.
二|に|two|numeral|neutral|二と三を足します。|にとさんをたします。|Add two and three.
三|さん|three|numeral|neutral|三の次は四です。|さんのつぎはよんです。|After three comes four.
五|ご|five|numeral|neutral|十を二で割ると五です。|じゅうをにでわるとごです。|Ten divided by two is five.
六|ろく|six|numeral|neutral|二足す四は六です。|にたすよんはろくです。|Two plus four is six.
八|はち|eight|numeral|neutral|八は日本で人気がある。|はちはにほんでにんきがある。|Eight is popular in Japan.
十|じゅう|ten|numeral|neutral|十まで数えてください。|じゅうまでかぞえてください。|Please count to ten.
百|ひゃく|hundred|numeral|neutral|祖母は百まで生きました。|そぼはひゃくまでいきました。|My grandmother lived to a hundred.
千|せん|thousand|numeral|neutral|千まで日本語で数えた。|せんまでにほんごでかぞえた。|I counted to a thousand in Japanese.
一万|いちまん|ten thousand|numeral|neutral|財布に一万円あります。|さいふにいちまんえんあります。|There are ten thousand yen in my purse.
一つ|ひとつ|one (thing)|numeral|neutral|りんごを一つください。|りんごをひとつください。|One apple, please.
二つ|ふたつ|two (things)|numeral|neutral|卵を二つ焼きました。|たまごをふたつやきました。|I fried two eggs.
三つ|みっつ|three (things)|numeral|neutral|部屋が三つあります。|へやがみっつあります。|There are three rooms.
一人|ひとり|one person; alone|noun|neutral|昨日は一人で映画を見た。|きのうはひとりでえいがをみた。|Yesterday I watched a film alone.
二人|ふたり|two people; pair|noun|neutral|二人で旅行しました。|ふたりでりょこうしました。|The two of us travelled together.
番号|ばんごう|number|noun|neutral|部屋の番号は何番ですか。|へやのばんごうはなんばんですか。|What is the room number?
数|かず|number; amount|noun|neutral|人の数を数えてください。|ひとのかずをかぞえてください。|Please count the number of people.
数字|すうじ|numeral; figure|noun|neutral|漢字の数字も読めます。|かんじのすうじもよめます。|I can read numbers in kanji too.
半分|はんぶん|half|noun|neutral|パンを半分あげるよ。|パンをはんぶんあげるよ。|I'll give you half my bread.
倍|ばい|twice; double|noun|neutral|値段が倍になりました。|ねだんがばいになりました。|The price has doubled.
全部|ぜんぶ|all; entire|noun|neutral|全部でいくらですか。|ぜんぶでいくらですか。|How much is it altogether?
いくつ|いくつ|how many; how old|adverb|neutral|りんごはいくつ要りますか。|りんごはいくついりますか。|How many apples do you need?
数える|かぞえる|to count|verb|neutral|お金を数えました。|おかねをかぞえました。|I counted the money.
足す|たす|to add|verb|neutral|三に四を足すと七です。|さんによんをたすとななです。|Four added to three is seven.
四|よん|four|numeral|neutral|部屋の番号は四です。|へやのばんごうはよんです。|The room number is four.
七|なな|seven|numeral|neutral|好きな数字は七です。|すきなすうじはななです。|My favourite number is seven.
九|きゅう|nine|numeral|neutral|三かける三は九です。|さんかけるさんはきゅうです。|Three times three is nine.
零|れい|zero|numeral|neutral|試験の点が零だった。|しけんのてんがれいだった。|My mark in the exam was zero.
億|おく|hundred million|numeral|neutral|人口は一億より多いです。|じんこうはいちおくよりおおいです。|The population is over a hundred million.
四つ|よっつ|four (things)|numeral|neutral|椅子を四つ並べました。|いすをよっつならべました。|I set out four chairs.
五つ|いつつ|five (things)|numeral|neutral|質問が五つあります。|しつもんがいつつあります。|I have five questions.
二十|にじゅう|twenty|numeral|neutral|二十まで数えましょう。|にじゅうまでかぞえましょう。|Let's count to twenty.
三百|さんびゃく|three hundred|numeral|neutral|この本は三百ページあります。|このほんはさんびゃくページあります。|This book has three hundred pages.
六百|ろっぴゃく|six hundred|numeral|neutral|切符は六百円です。|きっぷはろっぴゃくえんです。|The ticket is six hundred yen.
八百|はっぴゃく|eight hundred|numeral|neutral|昼ご飯は八百円でした。|ひるごはんははっぴゃくえんでした。|Lunch was eight hundred yen.
三千|さんぜん|three thousand|numeral|neutral|この靴は三千円です。|このくつはさんぜんえんです。|These shoes are three thousand yen.

# topic time
= 時間 | Time | telling time, clock, clocks, time of day, morning and evening, past and future, 時, 時刻
時間|じかん|time; hour|noun|neutral|もう時間がありません。|もうじかんがありません。|There's no more time.
時計|とけい|clock; watch|noun|neutral|この時計は五分速い。|このとけいはごふんはやい。|This clock is five minutes fast.
今|いま|now|noun|neutral|今何時ですか。|いまなんじですか。|What time is it now?
今日|きょう|today|noun|neutral|今日は何曜日ですか。|きょうはなんようびですか。|What day is it today?
明日|あした|tomorrow|noun|neutral|また明日会いましょう。|またあしたあいましょう。|Let's meet again tomorrow.
昨日|きのう|yesterday|noun|neutral|昨日は早く寝ました。|きのうははやくねました。|I went to bed early yesterday.
明後日|あさって|day after tomorrow|noun|neutral|明後日大阪へ行きます。|あさっておおさかへいきます。|I'm going to Osaka the day after tomorrow.
朝|あさ|morning|noun|neutral|朝は忙しいです。|あさはいそがしいです。|I'm busy in the morning.
昼|ひる|noon; daytime|noun|neutral|昼に友達と会います。|ひるにともだちとあいます。|I'm meeting a friend at noon.
夕方|ゆうがた|evening|noun|neutral|夕方から雨が降ります。|ゆうがたからあめがふります。|It will rain from the evening.
夜|よる|night; evening|noun|neutral|夜は静かになります。|よるはしずかになります。|It gets quiet at night.
午前|ごぜん|morning; a.m.|noun|neutral|銀行は午前九時からです。|ぎんこうはごぜんくじからです。|The bank opens at nine a.m.
午後|ごご|afternoon; p.m.|noun|neutral|午後は図書館にいます。|ごごはとしょかんにいます。|I'm at the library in the afternoon.
今週|こんしゅう|this week|noun|neutral|今週は休みがありません。|こんしゅうはやすみがありません。|I have no day off this week.
来週|らいしゅう|next week|noun|neutral|来週試験があります。|らいしゅうしけんがあります。|There is an exam next week.
先月|せんげつ|last month|noun|neutral|先月日本に来ました。|せんげつにほんにきました。|I came to Japan last month.
来年|らいねん|next year|noun|neutral|来年結婚する予定です。|らいねんけっこんするよていです。|We plan to marry next year.
去年|きょねん|last year|noun|neutral|去年は雪が多かった。|きょねんはゆきがおおかった。|There was a lot of snow last year.
週末|しゅうまつ|weekend|noun|neutral|週末は何をしますか。|しゅうまつはなにをしますか。|What do you do at the weekend?
誕生日|たんじょうび|birthday|noun|neutral|誕生日はいつですか。|たんじょうびはいつですか。|When is your birthday?
毎日|まいにち|every day|noun|neutral|毎日漢字を練習します。|まいにちかんじをれんしゅうします。|I practise kanji every day.
始まる|はじまる|to begin; to start|verb|neutral|授業は九時に始まる。|じゅぎょうはくじにはじまる。|Class begins at nine.
終わる|おわる|to finish; to end|verb|neutral|仕事は五時に終わります。|しごとはごじにおわります。|Work finishes at five.
一昨日|おととい|day before yesterday|noun|neutral|一昨日東京に着きました。|おとといとうきょうにつきました。|I arrived in Tokyo the day before yesterday.
今朝|けさ|this morning|noun|neutral|今朝五時に起きました。|けさごじにおきました。|I got up at five this morning.
今晩|こんばん|this evening; tonight|noun|neutral|今晩電話してもいいですか。|こんばんでんわしてもいいですか。|May I phone you this evening?
先週|せんしゅう|last week|noun|neutral|先週は雨が続いた。|せんしゅうはあめがつづいた。|Last week the rain went on and on.
今月|こんげつ|this month|noun|neutral|今月は祭りがあります。|こんげつはまつりがあります。|There is a festival this month.
今年|ことし|this year|noun|neutral|今年は本を百冊読みたい。|ことしはほんをひゃくさつよみたい。|This year I want to read a hundred books.
将来|しょうらい|future; future prospects|noun|neutral|将来の夢は何ですか。|しょうらいのゆめはなんですか。|What is your dream for the future?
間に合う|まにあう|to be in time (for)|verb|neutral|会議に間に合わなかった。|かいぎにまにあわなかった。|I wasn't in time for the meeting.

# topic daily-routine
= 毎日の生活 | Daily routine | daily life, routine, everyday life, my day, morning routine, habits, 日常生活, 生活, 日課
生活|せいかつ|life; living|noun|neutral|日本の生活に慣れました。|にほんのせいかつになれました。|I've got used to life in Japan.
起きる|おきる|to get up; to wake up|verb|neutral|毎朝六時に起きます。|まいあさろくじにおきます。|I get up at six every morning.
寝る|ねる|to sleep; to go to bed|verb|neutral|昨日は十二時に寝た。|きのうはじゅうにじにねた。|I went to bed at twelve yesterday.
目覚まし時計|めざましどけい|alarm clock|noun|neutral|目覚まし時計が鳴らなかった。|めざましどけいがならなかった。|The alarm clock didn't ring.
朝寝坊|あさねぼう|oversleeping; late riser|noun|neutral|朝寝坊して遅刻しました。|あさねぼうしてちこくしました。|I overslept and was late.
早起き|はやおき|early rising|noun|neutral|早起きは体にいいです。|はやおきはからだにいいです。|Getting up early is good for you.
昼寝|ひるね|nap|noun|neutral|三十分昼寝をしました。|さんじゅっぷんひるねをしました。|I took a thirty-minute nap.
歯磨き|はみがき|brushing teeth; toothpaste|noun|neutral|歯磨きは一日に三回です。|はみがきはいちにちにさんかいです。|I brush my teeth three times a day.
歯ブラシ|はブラシ|toothbrush|noun|neutral|新しい歯ブラシを使う。|あたらしいはブラシをつかう。|I use a new toothbrush.
石鹸|せっけん|soap|noun|neutral|石鹸で手を洗ってください。|せっけんでてをあらってください。|Please wash your hands with soap.
タオル|タオル|towel|noun|neutral|タオルで顔を拭きます。|タオルでかおをふきます。|I dry my face with a towel.
シャワー|シャワー|shower|noun|neutral|夜シャワーを浴びます。|よるシャワーをあびます。|I take a shower at night.
化粧|けしょう|makeup|noun|neutral|姉は化粧が早いです。|あねはけしょうがはやいです。|My sister is quick with her makeup.
ひげ|ひげ|beard; moustache|noun|neutral|父は毎朝ひげを剃ります。|ちちはまいあさひげをそります。|My father shaves every morning.
散歩|さんぽ|walk; stroll|noun|neutral|夕方犬と散歩をする。|ゆうがたいぬとさんぽをする。|I go for a walk with the dog in the evening.
買い物|かいもの|shopping|noun|neutral|仕事の帰りに買い物をする。|しごとのかえりにかいものをする。|I do the shopping on my way home from work.
新聞|しんぶん|newspaper|noun|neutral|父は朝新聞を読みます。|ちちはあさしんぶんをよみます。|My father reads the newspaper in the morning.
日記|にっき|diary|noun|neutral|寝る前に日記を書きます。|ねるまえににっきをかきます。|I write my diary before bed.
ごみ|ごみ|garbage; trash|noun|neutral|ごみを出すのは火曜日です。|ごみをだすのはかようびです。|The garbage goes out on Tuesday.
習慣|しゅうかん|habit; custom|noun|neutral|早く寝る習慣があります。|はやくねるしゅうかんがあります。|I have the habit of going to bed early.
出かける|でかける|to go out; to leave|verb|neutral|八時に仕事に出かけます。|はちじにしごとにでかけます。|I leave for work at eight.
帰る|かえる|to return; to go home|verb|neutral|今日は早く帰ります。|きょうははやくかえります。|I'm going home early today.
浴びる|あびる|to bathe; to take (a shower)|verb|neutral|朝シャワーを浴びました。|あさシャワーをあびました。|I took a shower in the morning.
磨く|みがく|to brush (teeth); to polish|verb|neutral|歯を磨いてから寝ます。|はをみがいてからねます。|I brush my teeth and then go to bed.
着替える|きがえる|to change clothes|verb|neutral|家に帰って着替えました。|いえにかえってきがえました。|I went home and changed my clothes.
休む|やすむ|to rest; to take a day off|verb|neutral|疲れたから少し休もう。|つかれたからすこしやすもう。|I'm tired, so let's rest a little.
急ぐ|いそぐ|to hurry|verb|neutral|遅れるから急ぎましょう。|おくれるからいそぎましょう。|We'll be late, so let's hurry.
眠い|ねむい|sleepy|i-adjective|neutral|朝早いので眠いです。|あさはやいのでねむいです。|It's early in the morning and I'm sleepy.
忙しい|いそがしい|busy|i-adjective|neutral|毎日忙しくて疲れます。|まいにちいそがしくてつかれます。|I'm busy every day and get tired.

# topic school
= 学校 | School | classroom, class, school life, elementary school, high school, teacher, students, education, 教室, 教育
学校|がっこう|school|noun|neutral|学校まで歩いて行きます。|がっこうまであるいていきます。|I walk to school.
小学校|しょうがっこう|elementary school|noun|neutral|弟は小学校に通っている。|おとうとはしょうがっこうにかよっている。|My brother goes to elementary school.
中学校|ちゅうがっこう|junior high school|noun|neutral|中学校で英語を習った。|ちゅうがっこうでえいごをならった。|I learned English in junior high school.
高校|こうこう|high school|noun|neutral|高校は家から近いです。|こうこうはいえからちかいです。|The high school is near my home.
教室|きょうしつ|classroom|noun|neutral|教室に学生が十人いる。|きょうしつにがくせいがじゅうにんいる。|There are ten students in the classroom.
先生|せんせい|teacher|noun|honorific|先生に質問しました。|せんせいにしつもんしました。|I asked the teacher a question.
生徒|せいと|pupil; student|noun|neutral|生徒は皆制服を着ている。|せいとはみなせいふくをきている。|The pupils are all wearing uniforms.
校長|こうちょう|principal; headmaster|noun|neutral|校長先生の話は長いです。|こうちょうせんせいのはなしはながいです。|The principal's speeches are long.
授業|じゅぎょう|lesson; class work|noun|neutral|今日の授業は三時までです。|きょうのじゅぎょうはさんじまでです。|Today's lessons go on until three.
宿題|しゅくだい|homework|noun|neutral|宿題はもう出しました。|しゅくだいはもうだしました。|I've already handed in my homework.
教科書|きょうかしょ|textbook|noun|neutral|教科書の十ページを開けて。|きょうかしょのじゅっページをあけて。|Open your textbooks at page ten.
黒板|こくばん|blackboard|noun|neutral|黒板の字が見えますか。|こくばんのじがみえますか。|Can you see the writing on the blackboard?
鉛筆|えんぴつ|pencil|noun|neutral|鉛筆で名前を書きます。|えんぴつでなまえをかきます。|I write my name in pencil.
消しゴム|けしゴム|eraser|noun|neutral|消しゴムを貸してください。|けしゴムをかしてください。|Please lend me an eraser.
ノート|ノート|notebook|noun|neutral|ノートに単語を書きます。|ノートにたんごをかきます。|I write words in my notebook.
筆箱|ふでばこ|pencil case|noun|neutral|筆箱を家に忘れました。|ふでばこをいえにわすれました。|I left my pencil case at home.
給食|きゅうしょく|school lunch|noun|neutral|今日の給食はカレーです。|きょうのきゅうしょくはカレーです。|Today's school lunch is curry.
体育館|たいいくかん|gymnasium|noun|neutral|雨なので体育館で走ります。|あめなのでたいいくかんではしります。|It's raining, so we run in the gym.
運動会|うんどうかい|athletic meet; sports day|noun|neutral|秋に運動会があります。|あきにうんどうかいがあります。|There is a sports day in autumn.
入学|にゅうがく|entry to school; enrolment|noun|neutral|妹は春に入学します。|いもうとははるににゅうがくします。|My sister enters school in spring.
卒業|そつぎょう|graduation|noun|neutral|高校を卒業しました。|こうこうをそつぎょうしました。|I graduated from high school.
遅刻|ちこく|being late; tardiness|noun|neutral|遅刻しないでください。|ちこくしないでください。|Please don't be late.
欠席|けっせき|absence|noun|neutral|風邪で三日欠席した。|かぜでみっかけっせきした。|I was absent three days with a cold.
教える|おしえる|to teach; to tell|verb|neutral|父は数学を教えています。|ちちはすうがくをおしえています。|My father teaches mathematics.
習う|ならう|to learn; to be taught|verb|neutral|ピアノを習っています。|ピアノをならっています。|I'm learning the piano.
通う|かよう|to commute; to attend|verb|neutral|バスで学校に通います。|バスでがっこうにかよいます。|I go to school by bus.
褒める|ほめる|to praise|verb|neutral|先生に字を褒められた。|せんせいにじをほめられた。|The teacher praised my handwriting.
叱る|しかる|to scold|verb|neutral|宿題を忘れて叱られた。|しゅくだいをわすれてしかられた。|I forgot my homework and was scolded.

# topic study
= 勉強と科目 | Study and subjects | study, studying, subjects, school subjects, exams, tests, learning, homework, maths, math, 勉強, 科目, 学習
勉強|べんきょう|study|noun|neutral|毎晩二時間勉強します。|まいばんにじかんべんきょうします。|I study two hours every night.
科目|かもく|subject; course|noun|neutral|一番好きな科目は何？|いちばんすきなかもくはなに？|What's your favourite subject?
国語|こくご|national language; Japanese (subject)|noun|neutral|国語の時間に本を読む。|こくごのじかんにほんをよむ。|We read books in Japanese class.
数学|すうがく|mathematics|noun|neutral|数学の問題を解きました。|すうがくのもんだいをときました。|I solved the maths problem.
算数|さんすう|arithmetic|noun|neutral|妹は算数が得意です。|いもうとはさんすうがとくいです。|My sister is good at arithmetic.
理科|りか|science|noun|neutral|理科で花を調べました。|りかではなをしらべました。|We studied flowers in science class.
社会|しゃかい|society; social studies|noun|neutral|社会の勉強は面白い。|しゃかいのべんきょうはおもしろい。|Social studies are interesting.
歴史|れきし|history|noun|neutral|日本の歴史を習います。|にほんのれきしをならいます。|I learn Japanese history.
地理|ちり|geography|noun|neutral|地理の本に地図がある。|ちりのほんにちずがある。|There are maps in the geography book.
物理|ぶつり|physics|noun|neutral|物理は難しい科目だ。|ぶつりはむずかしいかもくだ。|Physics is a hard subject.
化学|かがく|chemistry|noun|neutral|兄は化学を教えている。|あにはかがくをおしえている。|My brother teaches chemistry.
生物|せいぶつ|living things; biology|noun|neutral|海の生物を研究する。|うみのせいぶつをけんきゅうする。|I study the living things of the sea.
英語|えいご|English (language)|noun|neutral|英語で手紙を書きます。|えいごでてがみをかきます。|I write letters in English.
美術|びじゅつ|art; fine arts|noun|neutral|美術の時間に絵をかく。|びじゅつのじかんにえをかく。|We draw pictures in art class.
体育|たいいく|physical education|noun|neutral|体育で泳ぎました。|たいいくでおよぎました。|We swam in physical education.
試験|しけん|examination; test|noun|neutral|試験は来週の金曜日だ。|しけんはらいしゅうのきんようびだ。|The exam is next Friday.
質問|しつもん|question|noun|neutral|質問がありますか。|しつもんがありますか。|Do you have any questions?
答え|こたえ|answer|noun|neutral|この答えは正しいです。|このこたえはただしいです。|This answer is correct.
問題|もんだい|problem; question|noun|neutral|この問題は易しいですね。|このもんだいはやさしいですね。|This problem is easy, isn't it?
練習|れんしゅう|practice|noun|neutral|発音の練習をしましょう。|はつおんのれんしゅうをしましょう。|Let's practise pronunciation.
復習|ふくしゅう|review|noun|neutral|家で今日の復習をします。|いえできょうのふくしゅうをします。|I review today's work at home.
予習|よしゅう|preparation for a lesson|noun|neutral|明日の予習をしました。|あしたのよしゅうをしました。|I prepared for tomorrow's lesson.
点|てん|point; mark|noun|neutral|試験で百点を取った。|しけんでひゃくてんをとった。|I got a hundred points in the exam.
間違い|まちがい|mistake; error|noun|neutral|間違いが三つあります。|まちがいがみっつあります。|There are three mistakes.
覚える|おぼえる|to memorize; to remember|verb|neutral|一日に五つ漢字を覚える。|いちにちにいつつかんじをおぼえる。|I memorize five kanji a day.
忘れる|わすれる|to forget|verb|neutral|単語をすぐ忘れます。|たんごをすぐわすれます。|I forget words quickly.
答える|こたえる|to answer|verb|neutral|先生の質問に答えた。|せんせいのしつもんにこたえた。|I answered the teacher's question.
調べる|しらべる|to look up; to investigate|verb|neutral|意味を辞書で調べる。|いみをじしょでしらべる。|I look up the meaning in a dictionary.
間違える|まちがえる|to make a mistake|verb|neutral|漢字を間違えました。|かんじをまちがえました。|I made a mistake in a kanji.
難しい|むずかしい|difficult; hard|i-adjective|neutral|昨日の試験は難しかった。|きのうのしけんはむずかしかった。|Yesterday's exam was difficult.

# topic university
= 大学 | University | college, university life, campus, academic, research, studying abroad, graduate school, 大学生, 留学
大学|だいがく|university; college|noun|neutral|大学は駅から遠いです。|だいがくはえきからとおいです。|The university is far from the station.
大学生|だいがくせい|university student|noun|neutral|兄は大学生です。|あにはだいがくせいです。|My older brother is a university student.
大学院|だいがくいん|graduate school|noun|neutral|来年大学院に進みます。|らいねんだいがくいんにすすみます。|I go on to graduate school next year.
学生|がくせい|student|noun|neutral|学生は入場料が安い。|がくせいはにゅうじょうりょうがやすい。|Admission is cheap for students.
留学|りゅうがく|studying abroad|noun|neutral|日本に留学したいです。|にほんにりゅうがくしたいです。|I want to study in Japan.
留学生|りゅうがくせい|overseas student; exchange student|noun|neutral|留学生の友達が多い。|りゅうがくせいのともだちがおおい。|I have many friends among the overseas students.
教授|きょうじゅ|professor|noun|neutral|教授の部屋は三階です。|きょうじゅのへやはさんがいです。|The professor's room is on the third floor.
講義|こうぎ|lecture|noun|neutral|今日の講義は面白かった。|きょうのこうぎはおもしろかった。|Today's lecture was interesting.
専門|せんもん|speciality; field of study|noun|neutral|専門は経済です。|せんもんはけいざいです。|My field is economics.
専攻|せんこう|major subject|noun|neutral|大学で歴史を専攻した。|だいがくでれきしをせんこうした。|I majored in history at university.
学部|がくぶ|department (of a university)|noun|neutral|大学には学部が五つある。|だいがくにはがくぶがいつつある。|The university has five departments.
文学|ぶんがく|literature|noun|neutral|日本の文学を読みます。|にほんのぶんがくをよみます。|I read Japanese literature.
経済|けいざい|economics; economy|noun|neutral|経済の本を借りました。|けいざいのほんをかりました。|I borrowed a book on economics.
法律|ほうりつ|law|noun|neutral|大学で法律を学びます。|だいがくでほうりつをまなびます。|I study law at university.
医学|いがく|medicine; medical science|noun|neutral|医学は毎年進んでいる。|いがくはまいとしすすんでいる。|Medical science advances every year.
研究|けんきゅう|research; study|noun|neutral|魚の研究をしています。|さかなのけんきゅうをしています。|I do research on fish.
研究室|けんきゅうしつ|laboratory; professor's office|noun|neutral|研究室に夜までいます。|けんきゅうしつによるまでいます。|I'm in the laboratory until night.
論文|ろんぶん|thesis; paper|noun|neutral|論文を書き終わりました。|ろんぶんをかきおわりました。|I've finished writing my thesis.
発表|はっぴょう|presentation; announcement|noun|neutral|明日クラスで発表します。|あしたクラスではっぴょうします。|I give a presentation in class tomorrow.
レポート|レポート|report; paper|noun|neutral|レポートは金曜日までです。|レポートはきんようびまでです。|The paper is due by Friday.
単位|たんい|credit; unit|noun|neutral|単位が二つ足りません。|たんいがふたつたりません。|I'm two credits short.
成績|せいせき|grades; results|noun|neutral|成績が少し上がった。|せいせきがすこしあがった。|My grades went up a little.
奨学金|しょうがくきん|scholarship|noun|neutral|奨学金をもらっています。|しょうがくきんをもらっています。|I receive a scholarship.
図書館|としょかん|library|noun|neutral|図書館は八時に閉まる。|としょかんははちじにしまる。|The library closes at eight.
寮|りょう|dormitory|noun|neutral|一年間寮に住みました。|いちねんかんりょうにすみました。|I lived in the dormitory for a year.
先輩|せんぱい|senior student|noun|neutral|先輩にノートを借りた。|せんぱいにノートをかりた。|I borrowed notes from an older student.
後輩|こうはい|junior student|noun|neutral|後輩に勉強を教えます。|こうはいにべんきょうをおしえます。|I help a younger student with studies.
合格|ごうかく|passing (an exam); success|noun|neutral|試験に合格しました。|しけんにごうかくしました。|I passed the exam.
学ぶ|まなぶ|to study; to learn|verb|neutral|外国の文化を学びたい。|がいこくのぶんかをまなびたい。|I want to learn about foreign cultures.

# topic work
= 仕事と会社 | Work and office | work, office, business, company, workplace, job hunting, meetings, business japanese, 仕事, 会社, ビジネス
仕事|しごと|work; job|noun|neutral|明日は仕事が休みです。|あしたはしごとがやすみです。|I'm off work tomorrow.
会社|かいしゃ|company; workplace|noun|neutral|父の会社は小さいです。|ちちのかいしゃはちいさいです。|My father's company is small.
会社員|かいしゃいん|company employee|noun|neutral|兄は会社員になった。|あにはかいしゃいんになった。|My brother became a company employee.
社長|しゃちょう|company president|noun|neutral|社長は今外国にいます。|しゃちょうはいまがいこくにいます。|The president is abroad now.
部長|ぶちょう|head of a department|noun|neutral|部長に電話がありました。|ぶちょうにでんわがありました。|There was a call for the department head.
上司|じょうし|boss; one's superior|noun|neutral|上司と昼ご飯を食べた。|じょうしとひるごはんをたべた。|I had lunch with my boss.
同僚|どうりょう|colleague; coworker|noun|neutral|同僚と飲みに行きます。|どうりょうとのみにいきます。|I go for a drink with my colleagues.
部下|ぶか|subordinate|noun|neutral|彼には部下が十人いる。|かれにはぶかがじゅうにんいる。|He has ten people under him.
事務所|じむしょ|office|noun|neutral|事務所は五階です。|じむしょはごかいです。|The office is on the fifth floor.
受付|うけつけ|reception; reception desk|noun|neutral|受付で名前を言います。|うけつけでなまえをいいます。|I say my name at reception.
会議|かいぎ|meeting; conference|noun|neutral|会議は二時からです。|かいぎはにじからです。|The meeting is from two o'clock.
会議室|かいぎしつ|meeting room; conference room|noun|neutral|会議室の電気を消して。|かいぎしつのでんきをけして。|Turn off the light in the meeting room.
書類|しょるい|documents; papers|noun|neutral|書類を部長に渡した。|しょるいをぶちょうにわたした。|I handed the papers to the department head.
資料|しりょう|materials; data|noun|neutral|会議の資料を作ります。|かいぎのしりょうをつくります。|I'm making materials for the meeting.
名刺|めいし|business card|noun|neutral|名刺を両手で渡します。|めいしをりょうてでわたします。|You hand over your business card with both hands.
給料|きゅうりょう|salary; wages|noun|neutral|給料が少し上がりました。|きゅうりょうがすこしあがりました。|My salary went up a little.
残業|ざんぎょう|overtime|noun|neutral|今週は毎日残業です。|こんしゅうはまいにちざんぎょうです。|I have overtime every day this week.
出張|しゅっちょう|business trip|noun|neutral|来週大阪へ出張します。|らいしゅうおおさかへしゅっちょうします。|I'm going to Osaka on business next week.
休憩|きゅうけい|break; rest|noun|neutral|十五分休憩しましょう。|じゅうごふんきゅうけいしましょう。|Let's take a fifteen-minute break.
面接|めんせつ|interview|noun|neutral|明日会社の面接がある。|あしたかいしゃのめんせつがある。|I have a job interview tomorrow.
履歴書|りれきしょ|resume; curriculum vitae|noun|neutral|履歴書に写真を貼る。|りれきしょにしゃしんをはる。|I stick a photo on my resume.
経験|けいけん|experience|noun|neutral|店で働いた経験がある。|みせではたらいたけいけんがある。|I have experience of working in a shop.
予定|よてい|plan; schedule|noun|neutral|今週の予定を教えて。|こんしゅうのよていをおしえて。|Tell me this week's schedule.
計画|けいかく|plan; project|noun|neutral|新しい計画を立てます。|あたらしいけいかくをたてます。|We're making a new plan.
報告|ほうこく|report|noun|neutral|結果を社長に報告した。|けっかをしゃちょうにほうこくした。|I reported the results to the president.
相談|そうだん|consultation; discussion|noun|neutral|上司に相談してみます。|じょうしにそうだんしてみます。|I'll talk it over with my boss.
働く|はたらく|to work|verb|neutral|この会社で三年働いた。|このかいしゃでさんねんはたらいた。|I worked for this company three years.
勤める|つとめる|to work for; to be employed at|verb|neutral|姉は銀行に勤めている。|あねはぎんこうにつとめている。|My sister works for a bank.
手伝う|てつだう|to help; to assist|verb|neutral|この仕事を手伝ってくれる？|このしごとをてつだってくれる？|Will you help me with this work?
辞める|やめる|to resign; to quit|verb|neutral|来月会社を辞めます。|らいげつかいしゃをやめます。|I'm leaving the company next month.
休み|やすみ|holiday; rest|noun|neutral|明日は休みです。|あしたはやすみです。|Tomorrow is a holiday.

# topic jobs
= 職業 | Jobs | job, occupation, occupations, profession, professions, career, careers, what people do, 仕事の種類, 職種
職業|しょくぎょう|occupation; profession|noun|neutral|ご職業は何ですか。|ごしょくぎょうはなんですか。|What is your occupation?
教師|きょうし|teacher|noun|neutral|母は高校の教師です。|はははこうこうのきょうしです。|My mother is a high school teacher.
警察官|けいさつかん|police officer|noun|neutral|警察官に道を聞いた。|けいさつかんにみちをきいた。|I asked a police officer the way.
消防士|しょうぼうし|fire fighter|noun|neutral|消防士が火を消した。|しょうぼうしがひをけした。|The fire fighters put out the fire.
弁護士|べんごし|lawyer|noun|neutral|弁護士に相談しました。|べんごしにそうだんしました。|I consulted a lawyer.
銀行員|ぎんこういん|bank clerk|noun|neutral|彼女は銀行員です。|かのじょはぎんこういんです。|She is a bank clerk.
公務員|こうむいん|public servant; government worker|noun|neutral|父は公務員でした。|ちちはこうむいんでした。|My father was a public servant.
運転手|うんてんしゅ|driver|noun|neutral|バスの運転手が親切だ。|バスのうんてんしゅがしんせつだ。|The bus driver is kind.
料理人|りょうりにん|cook; chef|noun|neutral|おじは寿司の料理人です。|おじはすしのりょうりにんです。|My uncle is a sushi chef.
美容師|びようし|hairdresser; beautician|noun|neutral|美容師に髪を切ってもらう。|びようしにかみをきってもらう。|I have my hair cut by a hairdresser.
大工|だいく|carpenter|noun|neutral|大工が家を建てている。|だいくがいえをたてている。|The carpenters are building a house.
農家|のうか|farmer; farmhouse|noun|neutral|農家の人は朝が早い。|のうかのひとはあさがはやい。|Farmers get up early.
技術者|ぎじゅつしゃ|engineer; technician|noun|neutral|技術者が機械を直した。|ぎじゅつしゃがきかいをなおした。|An engineer repaired the machine.
科学者|かがくしゃ|scientist|noun|neutral|将来は科学者になりたい。|しょうらいはかがくしゃになりたい。|I want to be a scientist in the future.
画家|がか|painter; artist|noun|neutral|あの画家の絵は高いです。|あのがかのえはたかいです。|That artist's pictures are expensive.
作家|さっか|author; writer|noun|neutral|好きな作家の本を買う。|すきなさっかのほんをかう。|I buy books by my favourite author.
歌手|かしゅ|singer|noun|neutral|あの歌手は若い人に人気だ。|あのかしゅはわかいひとににんきだ。|That singer is popular with young people.
俳優|はいゆう|actor; actress|noun|neutral|俳優の名前を思い出せない。|はいゆうのなまえをおもいだせない。|I can't remember the actor's name.
記者|きしゃ|reporter; journalist|noun|neutral|新聞の記者が来ました。|しんぶんのきしゃがきました。|A newspaper reporter came.
通訳|つうやく|interpreter; interpretation|noun|neutral|通訳の仕事をしています。|つうやくのしごとをしています。|I work as an interpreter.
翻訳家|ほんやくか|translator|noun|neutral|叔母は翻訳家です。|おばはほんやくかです。|My aunt is a translator.
写真家|しゃしんか|photographer|noun|neutral|写真家が山を撮っている。|しゃしんかがやまをとっている。|A photographer is taking pictures of the mountain.
建築家|けんちくか|architect|noun|neutral|この駅は有名な建築家が作った。|このえきはゆうめいなけんちくかがつくった。|A famous architect made this station.
秘書|ひしょ|secretary|noun|neutral|社長の秘書に聞きます。|しゃちょうのひしょにききます。|I'll ask the president's secretary.
主婦|しゅふ|housewife|noun|neutral|母は主婦で、毎日忙しい。|はははしゅふで、まいにちいそがしい。|My mother is a housewife and busy every day.
駅員|えきいん|station attendant|noun|neutral|駅員に切符を見せた。|えきいんにきっぷをみせた。|I showed my ticket to the station attendant.
獣医|じゅうい|veterinarian; vet|noun|neutral|犬を獣医に連れて行く。|いぬをじゅういにつれていく。|I take the dog to the vet.
アルバイト|アルバイト|part-time job|noun|neutral|夏休みにアルバイトをする。|なつやすみにアルバイトをする。|I do a part-time job in the summer holidays.

# topic computers
= コンピューターとインターネット | Computers and internet | computer, computers, internet, technology, software, programming, online, web, information technology, パソコン, インターネット, 技術
パソコン|パソコン|personal computer|noun|neutral|パソコンで手紙を書く。|パソコンでてがみをかく。|I write letters on my computer.
インターネット|インターネット|Internet|noun|neutral|インターネットで店を探した。|インターネットでみせをさがした。|I looked for a shop on the Internet.
画面|がめん|screen|noun|neutral|この画面は少し暗いです。|このがめんはすこしくらいです。|This screen is a little dark.
キーボード|キーボード|keyboard|noun|neutral|キーボードが壊れました。|キーボードがこわれました。|The keyboard broke.
マウス|マウス|mouse (computer)|noun|neutral|マウスで絵をかきました。|マウスでえをかきました。|I drew a picture with the mouse.
印刷|いんさつ|printing|noun|neutral|地図を印刷してください。|ちずをいんさつしてください。|Please print the map.
ファイル|ファイル|file|noun|neutral|ファイルを送ってください。|ファイルをおくってください。|Please send me the file.
保存|ほぞん|saving; preservation|noun|neutral|写真を保存しました。|しゃしんをほぞんしました。|I saved the photo.
削除|さくじょ|deletion|noun|neutral|古いメールを削除した。|ふるいメールをさくじょした。|I deleted old emails.
検索|けんさく|search|noun|neutral|店の名前を検索する。|みせのなまえをけんさくする。|I search for the shop's name.
入力|にゅうりょく|input; entry|noun|neutral|ここに住所を入力します。|ここにじゅうしょをにゅうりょくします。|You enter your address here.
設定|せってい|setting; configuration|noun|neutral|画面の設定を変えたい。|がめんのせっていをかえたい。|I want to change the screen settings.
登録|とうろく|registration|noun|neutral|名前を登録しました。|なまえをとうろくしました。|I registered my name.
パスワード|パスワード|password|noun|neutral|パスワードを忘れました。|パスワードをわすれました。|I forgot my password.
ソフト|ソフト|software|noun|neutral|新しいソフトを入れました。|あたらしいソフトをいれました。|I installed new software.
データ|データ|data|noun|neutral|大事なデータが消えた。|だいじなデータがきえた。|Important data was lost.
動画|どうが|video; moving image|noun|neutral|料理の動画を見ています。|りょうりのどうがをみています。|I'm watching a cooking video.
機械|きかい|machine|noun|neutral|この機械の使い方を教えて。|このきかいのつかいかたをおしえて。|Show me how to use this machine.
機能|きのう|function|noun|neutral|便利な機能がたくさんある。|べんりなきのうがたくさんある。|It has many useful functions.
電源|でんげん|power; power supply|noun|neutral|電源を切ってください。|でんげんをきってください。|Please switch off the power.
人工知能|じんこうちのう/jinkou chinou|artificial intelligence|noun|neutral|人工知能が将棋で勝った。|じんこうちのうがしょうぎでかった。|An artificial intelligence won at shogi.
情報|じょうほう|information|noun|neutral|新しい情報はありますか。|あたらしいじょうほうはありますか。|Is there any new information?
技術|ぎじゅつ|technology; technique|noun|neutral|日本の技術は進んでいる。|にほんのぎじゅつはすすんでいる。|Japanese technology is advanced.
使う|つかう|to use|verb|neutral|毎日パソコンを使います。|まいにちパソコンをつかいます。|I use a computer every day.
壊れる|こわれる|to break; to be broken|verb|neutral|古いパソコンが壊れた。|ふるいパソコンがこわれた。|My old computer broke.
直す|なおす|to fix; to repair|verb|neutral|兄がパソコンを直した。|あにがパソコンをなおした。|My brother repaired the computer.
消す|けす|to turn off; to erase|verb|neutral|間違えてデータを消した。|まちがえてデータをけした。|I erased the data by mistake.
押す|おす|to push; to press|verb|neutral|このボタンを押してください。|このボタンをおしてください。|Please press this button.

# topic communication
= 電話と連絡 | Phone and communication | phone, telephone, communication, smartphone, mobile phone, texting, messages, email, social media, 電話, 連絡, 携帯
電話|でんわ|telephone; phone call|noun|neutral|後で電話をかけます。|あとででんわをかけます。|I'll phone you later.
携帯電話|けいたいでんわ/keitai denwa|mobile phone; cell phone|noun|neutral|携帯電話が鳴っていますよ。|けいたいでんわがなっていますよ。|Your mobile phone is ringing.
スマホ|スマホ|smartphone|noun|casual|電車でスマホを見る人が多い。|でんしゃでスマホをみるひとがおおい。|Many people look at their phones on the train.
電話番号|でんわばんごう/denwa bangou|telephone number|noun|neutral|電話番号を教えてください。|でんわばんごうをおしえてください。|Please tell me your phone number.
メール|メール|email|noun|neutral|友達にメールを送った。|ともだちにメールをおくった。|I sent my friend an email.
連絡|れんらく|contact; communication|noun|neutral|着いたら連絡してください。|ついたられんらくしてください。|Please contact me when you arrive.
返事|へんじ|reply; answer|noun|neutral|まだ返事が来ません。|まだへんじがきません。|No reply has come yet.
伝言|でんごん|message; word|noun|neutral|部長に伝言をお願いします。|ぶちょうにでんごんをおねがいします。|Please give the department head a message.
留守|るす|absence; being away from home|noun|neutral|電話をしましたが留守でした。|でんわをしましたがるすでした。|I phoned, but they were out.
留守番電話|るすばんでんわ/rusuban denwa|answering machine|noun|neutral|留守番電話にメッセージを残した。|るすばんでんわにメッセージをのこした。|I left a message on the answering machine.
写真|しゃしん|photograph; photo|noun|neutral|旅行の写真を送ります。|りょこうのしゃしんをおくります。|I'll send you photos of the trip.
電池|でんち|battery|noun|neutral|電池がもうありません。|でんちがもうありません。|The battery is dead.
充電|じゅうでん|charging|noun|neutral|寝る前に充電します。|ねるまえにじゅうでんします。|I charge it before going to bed.
話|はなし|talk; story|noun|neutral|少し話があります。|すこしはなしがあります。|I have something to talk about.
会話|かいわ|conversation|noun|neutral|日本語で会話をします。|にほんごでかいわをします。|We have a conversation in Japanese.
挨拶|あいさつ|greeting|noun|neutral|隣の人に挨拶をした。|となりのひとにあいさつをした。|I greeted my neighbour.
説明|せつめい|explanation|noun|neutral|もう一度説明してください。|もういちどせつめいしてください。|Please explain once more.
意見|いけん|opinion; view|noun|neutral|あなたの意見を聞きたい。|あなたのいけんをききたい。|I want to hear your opinion.
約束|やくそく|promise; appointment|noun|neutral|友達と会う約束がある。|ともだちとあうやくそくがある。|I have an appointment to meet a friend.
秘密|ひみつ|secret|noun|neutral|これは二人の秘密です。|これはふたりのひみつです。|This is a secret between us two.
冗談|じょうだん|joke|noun|neutral|父はよく冗談を言います。|ちちはよくじょうだんをいいます。|My father often tells jokes.
嘘|うそ|lie|noun|neutral|嘘をついてはいけません。|うそをついてはいけません。|You mustn't tell lies.
もしもし|もしもし/moshi moshi|hello (on the phone)|interjection|neutral|もしもし、田中ですが。|もしもし、たなかですが。|Hello, this is Tanaka.
話す|はなす|to speak; to talk|verb|neutral|ゆっくり話してください。|ゆっくりはなしてください。|Please speak slowly.
言う|いう|to say|verb|neutral|母に本当のことを言った。|ははにほんとうのことをいった。|I told my mother the truth.
伝える|つたえる|to tell; to convey|verb|neutral|妻に伝えておきます。|つまにつたえておきます。|I'll tell my wife.
謝る|あやまる|to apologize|verb|neutral|遅れたことを謝りました。|おくれたことをあやまりました。|I apologized for being late.
呼ぶ|よぶ|to call|verb|neutral|名前を呼んでください。|なまえをよんでください。|Please call my name.

# topic travel
= 旅行 | Travel | trip, travelling, traveling, sightseeing, vacation, holiday, holidays, tourism, journey, 観光, 旅
旅行|りょこう|travel; trip|noun|neutral|夏に北海道を旅行した。|なつにほっかいどうをりょこうした。|I travelled in Hokkaido in summer.
観光|かんこう|sightseeing|noun|neutral|明日は町を観光します。|あしたはまちをかんこうします。|Tomorrow I'll see the sights of the town.
観光客|かんこうきゃく|tourist|noun|neutral|夏は観光客が多いです。|なつはかんこうきゃくがおおいです。|There are many tourists in summer.
外国|がいこく|foreign country|noun|neutral|外国に住んでみたいです。|がいこくにすんでみたいです。|I'd like to try living in a foreign country.
海外|かいがい|abroad; overseas|noun|neutral|初めて海外へ行きます。|はじめてかいがいへいきます。|I'm going abroad for the first time.
温泉|おんせん|hot spring|noun|neutral|山の温泉に入りました。|やまのおんせんにはいりました。|I bathed in a hot spring in the mountains.
お土産|おみやげ|souvenir; present|noun|polite|家族にお土産を買います。|かぞくにおみやげをかいます。|I buy souvenirs for my family.
地図|ちず|map|noun|neutral|地図を見ながら歩いた。|ちずをみながらあるいた。|I walked looking at the map.
荷物|にもつ|luggage; baggage|noun|neutral|荷物が重くて大変です。|にもつがおもくてたいへんです。|My luggage is heavy and it's hard.
準備|じゅんび|preparation|noun|neutral|旅行の準備をしました。|りょこうのじゅんびをしました。|I got ready for the trip.
出発|しゅっぱつ|departure|noun|neutral|明日の朝早く出発します。|あしたのあさはやくしゅっぱつします。|We leave early tomorrow morning.
到着|とうちゃく|arrival|noun|neutral|バスの到着が遅れました。|バスのとうちゃくがおくれました。|The bus arrived late.
案内|あんない|guidance; showing around|noun|neutral|京都を案内しましょう。|きょうとをあんないしましょう。|Let me show you around Kyoto.
入場料|にゅうじょうりょう|admission fee; entrance fee|noun|neutral|入場料は三百円です。|にゅうじょうりょうはさんびゃくえんです。|The admission fee is three hundred yen.
名所|めいしょ|famous place|noun|neutral|この公園は桜の名所だ。|このこうえんはさくらのめいしょだ。|This park is famous for its cherry trees.
城|しろ|castle|noun|neutral|城の前で写真を撮った。|しろのまえでしゃしんをとった。|I took a photo in front of the castle.
遺跡|いせき|ruins; historic remains|noun|neutral|古い遺跡を見に行った。|ふるいいせきをみにいった。|We went to see some old ruins.
思い出|おもいで|memory; memories|noun|neutral|旅の思い出を話した。|たびのおもいでをはなした。|I talked about my memories of the journey.
旅|たび|journey; trip|noun|neutral|一人の旅も楽しいです。|ひとりのたびもたのしいです。|Travelling alone is fun too.
日帰り|ひがえり|day trip|noun|neutral|日帰りで海へ行きました。|ひがえりでうみへいきました。|I went to the sea on a day trip.
修学旅行|しゅうがくりょこう|school trip|noun|neutral|修学旅行で奈良に行った。|しゅうがくりょこうでならにいった。|We went to Nara on a school trip.
カメラ|カメラ|camera|noun|neutral|新しいカメラを持って行く。|あたらしいカメラをもっていく。|I'll take my new camera.
切符|きっぷ|ticket|noun|neutral|切符を二枚買いました。|きっぷをにまいかいました。|I bought two tickets.
訪れる|おとずれる|to visit|verb|neutral|毎年多くの人が訪れる。|まいとしおおくのひとがおとずれる。|Many people visit every year.
泊まる|とまる|to stay at (a hotel)|verb|neutral|古い旅館に泊まりました。|ふるいりょかんにとまりました。|We stayed at an old inn.
行く|いく|to go|verb|neutral|来年日本へ行きます。|らいねんにほんへいきます。|I'm going to Japan next year.
来る|くる|to come|verb|neutral|友達が国から来ました。|ともだちがくにからきました。|A friend came from my country.
着く|つく|to arrive|verb|neutral|十時に京都に着きます。|じゅうじにきょうとにつきます。|We arrive in Kyoto at ten.
遠い|とおい|far; distant|i-adjective|neutral|ホテルは駅から遠いです。|ホテルはえきからとおいです。|The hotel is far from the station.

# topic airport-and-hotel
= 空港とホテル | Airport and hotel | airport, hotel, hotels, flight, flying, plane, airplane, check-in, customs, accommodation, 空港, ホテル, 飛行機
空港|くうこう|airport|noun|neutral|空港まで電車で一時間だ。|くうこうまででんしゃでいちじかんだ。|It's an hour to the airport by train.
飛行機|ひこうき|airplane; aircraft|noun|neutral|飛行機は三時に出ます。|ひこうきはさんじにでます。|The plane leaves at three.
便|びん|flight|noun|neutral|次の便は何時ですか。|つぎのびんはなんじですか。|What time is the next flight?
航空券|こうくうけん|air ticket; airline ticket|noun|neutral|安い航空券を探します。|やすいこうくうけんをさがします。|I'm looking for a cheap air ticket.
搭乗口|とうじょうぐち|boarding gate|noun|neutral|搭乗口は八番です。|とうじょうぐちははちばんです。|The boarding gate is number eight.
窓側|まどがわ|window side|noun|neutral|窓側の席をお願いします。|まどがわのせきをおねがいします。|A window seat, please.
通路|つうろ|aisle; passage|noun|neutral|通路に荷物を置かないで。|つうろににもつをおかないで。|Don't put luggage in the aisle.
旅券|りょけん|passport|noun|neutral|旅券を見せてください。|りょけんをみせてください。|Please show me your passport.
パスポート|パスポート|passport|noun|neutral|パスポートを忘れないでね。|パスポートをわすれないでね。|Don't forget your passport.
ビザ|ビザ|visa|noun|neutral|留学にはビザが必要です。|りゅうがくにはビザがひつようです。|You need a visa to study abroad.
税関|ぜいかん|customs; customs house|noun|neutral|税関で荷物を開けました。|ぜいかんでにもつをあけました。|I opened my luggage at customs.
入国|にゅうこく|entry into a country|noun|neutral|入国の日を書きます。|にゅうこくのひをかきます。|You write the date of entry.
スーツケース|スーツケース|suitcase|noun|neutral|大きいスーツケースを買う。|おおきいスーツケースをかう。|I buy a large suitcase.
両替|りょうがえ|money exchange|noun|neutral|空港で両替をしました。|くうこうでりょうがえをしました。|I changed money at the airport.
免税店|めんぜいてん|duty-free shop|noun|neutral|免税店でお酒を買います。|めんぜいてんでおさけをかいます。|I buy alcohol at the duty-free shop.
時差|じさ|time difference|noun|neutral|日本と時差が八時間ある。|にほんとじさがはちじかんある。|There's a time difference of eight hours with Japan.
ホテル|ホテル|hotel|noun|neutral|駅の前にホテルがあります。|えきのまえにホテルがあります。|There is a hotel in front of the station.
旅館|りょかん|Japanese inn|noun|neutral|旅館で浴衣を着ました。|りょかんでゆかたをきました。|I wore a cotton kimono at the inn.
民宿|みんしゅく|guest house; private home providing lodging|noun|neutral|海の近くの民宿に泊まる。|うみのちかくのみんしゅくにとまる。|We stay at a guest house near the sea.
宿泊|しゅくはく|lodging|noun|neutral|宿泊は二日の予定です。|しゅくはくはふつかのよていです。|We plan to stay two days.
空室|くうしつ|vacant room|noun|neutral|今日は空室がありますか。|きょうはくうしつがありますか。|Do you have a vacant room today?
部屋代|へやだい|room rent; room charge|noun|neutral|部屋代は先に払います。|へやだいはさきにはらいます。|You pay for the room in advance.
フロント|フロント|front desk; reception desk|noun|neutral|鍵はフロントに預けます。|かぎはフロントにあずけます。|I leave the key at the front desk.
ロビー|ロビー|lobby|noun|neutral|ロビーで会いましょう。|ロビーであいましょう。|Let's meet in the lobby.
非常口|ひじょうぐち|emergency exit|noun|neutral|非常口は廊下の先です。|ひじょうぐちはろうかのさきです。|The emergency exit is down the corridor.
預ける|あずける|to leave (in someone's care); to deposit|verb|neutral|ホテルに荷物を預けた。|ホテルににもつをあずけた。|I left my luggage at the hotel.
飛ぶ|とぶ|to fly|verb|neutral|飛行機が雲の上を飛ぶ。|ひこうきがくものうえをとぶ。|The plane flies above the clouds.
離れる|はなれる|to be separated; to leave|verb|neutral|明日日本を離れます。|あしたにほんをはなれます。|I leave Japan tomorrow.

# topic transport
= 電車と交通 | Trains and transport | transport, transportation, trains, train, bus, car, cars, driving, subway, station, traffic, vehicles, 電車, 交通, 駅, 乗り物
電車|でんしゃ|train; electric train|noun|neutral|電車で会社へ行きます。|でんしゃでかいしゃへいきます。|I go to work by train.
駅|えき|station|noun|neutral|駅まで歩いて五分です。|えきまであるいてごふんです。|It's five minutes' walk to the station.
地下鉄|ちかてつ|underground; subway|noun|neutral|東京の地下鉄は便利だ。|とうきょうのちかてつはべんりだ。|The Tokyo subway is convenient.
新幹線|しんかんせん|bullet train|noun|neutral|新幹線で大阪へ行った。|しんかんせんでおおさかへいった。|I went to Osaka by bullet train.
特急|とっきゅう|limited express|noun|neutral|特急はこの駅に止まりません。|とっきゅうはこのえきにとまりません。|The limited express doesn't stop at this station.
各駅停車|かくえきていしゃ/kakueki teisha|local train; train that stops at every station|noun|neutral|各駅停車は時間がかかる。|かくえきていしゃはじかんがかかる。|The local train takes time.
終電|しゅうでん|last train|noun|neutral|終電に間に合いました。|しゅうでんにまにあいました。|I was in time for the last train.
改札口|かいさつぐち|ticket gate|noun|neutral|改札口で待っています。|かいさつぐちでまっています。|I'll be waiting at the ticket gate.
定期券|ていきけん|commuter pass|noun|neutral|定期券をなくしました。|ていきけんをなくしました。|I lost my commuter pass.
片道|かたみち|one-way|noun|neutral|片道の切符をください。|かたみちのきっぷをください。|A one-way ticket, please.
往復|おうふく|round trip|noun|neutral|往復で千円かかります。|おうふくでせんえんかかります。|A round trip costs a thousand yen.
乗り換え|のりかえ|transfer; change (trains)|noun|neutral|乗り換えは二回あります。|のりかえはにかいあります。|There are two changes.
時刻表|じこくひょう|timetable|noun|neutral|駅で時刻表を見ました。|えきでじこくひょうをみました。|I looked at the timetable in the station.
バス|バス|bus|noun|neutral|バスは十五分に一本です。|バスはじゅうごふんにいっぽんです。|There's a bus every fifteen minutes.
バス停|バスてい|bus stop|noun|neutral|バス停は銀行の前です。|バスていはぎんこうのまえです。|The bus stop is in front of the bank.
車|くるま|car; vehicle|noun|neutral|車で迎えに行きます。|くるまでむかえにいきます。|I'll come and get you by car.
自転車|じてんしゃ|bicycle|noun|neutral|自転車で学校に通う。|じてんしゃでがっこうにかよう。|I go to school by bicycle.
タクシー|タクシー|taxi|noun|neutral|雨なのでタクシーを呼ぼう。|あめなのでタクシーをよぼう。|It's raining, so let's call a taxi.
トラック|トラック|truck|noun|neutral|トラックで荷物を運びます。|トラックでにもつをはこびます。|We carry the goods by truck.
運転|うんてん|driving; operation|noun|neutral|姉は運転が上手です。|あねはうんてんがじょうずです。|My sister is good at driving.
免許|めんきょ|licence|noun|neutral|去年車の免許を取った。|きょねんくるまのめんきょをとった。|I got my driving licence last year.
駐車場|ちゅうしゃじょう|parking lot; car park|noun|neutral|駐車場は店の裏です。|ちゅうしゃじょうはみせのうらです。|The car park is behind the shop.
事故|じこ|accident|noun|neutral|事故で電車が止まっている。|じこででんしゃがとまっている。|The trains have stopped because of an accident.
乗る|のる|to get on; to board|verb|neutral|次のバスに乗りましょう。|つぎのバスにのりましょう。|Let's take the next bus.
降りる|おりる|to get off; to descend|verb|neutral|次の駅で降ります。|つぎのえきでおります。|I get off at the next station.
乗り換える|のりかえる|to change (trains); to transfer|verb|neutral|次の駅で乗り換えます。|つぎのえきでのりかえます。|I change trains at the next station.
止まる|とまる|to stop|verb|neutral|このバスは駅に止まる。|このバスはえきにとまる。|This bus stops at the station.
遅れる|おくれる|to be late; to be delayed|verb|neutral|電車が三十分遅れた。|でんしゃがさんじゅっぷんおくれた。|The train was thirty minutes late.
混む|こむ|to be crowded|verb|neutral|朝の電車は混んでいる。|あさのでんしゃはこんでいる。|Morning trains are crowded.
入り口|いりぐち|entrance|noun|neutral|入り口はどこですか。|いりぐちはどこですか。|Where is the entrance?
出口|でぐち|exit|noun|neutral|出口はあちらです。|でぐちはあちらです。|The exit is over there.

# topic town
= 町と道案内 | Town and directions | town, city, directions, asking the way, places, places in town, buildings, location, getting around, 町, 道, 街
町|まち|town; street|noun|neutral|静かな町に住んでいます。|しずかなまちにすんでいます。|I live in a quiet town.
市|し|city|noun|neutral|この市の人口は十万です。|このしのじんこうはじゅうまんです。|This city has a population of a hundred thousand.
村|むら|village|noun|neutral|山の村で生まれました。|やまのむらでうまれました。|I was born in a mountain village.
道|みち|road; way|noun|neutral|この道は車が多いです。|このみちはくるまがおおいです。|There are many cars on this road.
角|かど|corner|noun|neutral|次の角を右に曲がります。|つぎのかどをみぎにまがります。|You turn right at the next corner.
交差点|こうさてん|crossing; intersection|noun|neutral|交差点に交番があります。|こうさてんにこうばんがあります。|There is a police box at the crossing.
信号|しんごう|traffic light; signal|noun|neutral|信号が青になったら渡る。|しんごうがあおになったらわたる。|Cross when the light turns green.
横断歩道|おうだんほどう/oudan hodou|pedestrian crossing|noun|neutral|横断歩道を渡りましょう。|おうだんほどうをわたりましょう。|Let's cross at the pedestrian crossing.
橋|はし|bridge|noun|neutral|橋を渡ると駅があります。|はしをわたるとえきがあります。|The station is across the bridge.
建物|たてもの|building|noun|neutral|あの高い建物は何ですか。|あのたかいたてものはなんですか。|What is that tall building?
公園|こうえん|park|noun|neutral|公園で子供が遊んでいる。|こうえんでこどもがあそんでいる。|Children are playing in the park.
交番|こうばん|police box|noun|neutral|交番で道を聞きました。|こうばんでみちをききました。|I asked the way at the police box.
市役所|しやくしょ|city hall; municipal office|noun|neutral|市役所は五時に閉まる。|しやくしょはごじにしまる。|The city hall closes at five.
美術館|びじゅつかん|art museum; art gallery|noun|neutral|美術館で絵を見ました。|びじゅつかんでえをみました。|I looked at paintings in the art museum.
博物館|はくぶつかん|museum|noun|neutral|博物館は月曜日が休みだ。|はくぶつかんはげつようびがやすみだ。|The museum is closed on Mondays.
映画館|えいがかん|cinema; movie theatre|noun|neutral|映画館の前で会おう。|えいがかんのまえであおう。|Let's meet in front of the cinema.
右|みぎ|right|noun|neutral|銀行の右に店があります。|ぎんこうのみぎにみせがあります。|There is a shop to the right of the bank.
左|ひだり|left|noun|neutral|左に大きい木が見える。|ひだりにおおきいきがみえる。|On the left you can see a big tree.
前|まえ|front; before|noun|neutral|家の前に川があります。|いえのまえにかわがあります。|There is a river in front of the house.
後ろ|うしろ|back; behind|noun|neutral|私の後ろに犬がいた。|わたしのうしろにいぬがいた。|There was a dog behind me.
隣|となり|next door; neighbouring|noun|neutral|学校の隣は公園です。|がっこうのとなりはこうえんです。|Next to the school is a park.
近く|ちかく|near; vicinity|noun|neutral|家の近くに海があります。|いえのちかくにうみがあります。|The sea is near my house.
向こう|むこう|over there; opposite side|noun|neutral|川の向こうに山がある。|かわのむこうにやまがある。|There's a mountain beyond the river.
北|きた|north|noun|neutral|駅の北に大学がある。|えきのきたにだいがくがある。|The university is north of the station.
南|みなみ|south|noun|neutral|部屋の窓は南にあります。|へやのまどはみなみにあります。|The window of the room faces south.
東|ひがし|east|noun|neutral|太陽は東から出ます。|たいようはひがしからでます。|The sun rises in the east.
西|にし|west|noun|neutral|西の空が赤くなった。|にしのそらがあかくなった。|The western sky turned red.
曲がる|まがる|to turn; to bend|verb|neutral|銀行の角を左に曲がって。|ぎんこうのかどをひだりにまがって。|Turn left at the corner by the bank.
渡る|わたる|to cross|verb|neutral|気をつけて道を渡りなさい。|きをつけてみちをわたりなさい。|Be careful crossing the road.
まっすぐ|まっすぐ|straight (ahead)|adverb|neutral|この道をまっすぐ行きます。|このみちをまっすぐいきます。|You go straight along this road.
上|うえ|above; on top|noun|neutral|机の上に本があります。|つくえのうえにほんがあります。|There is a book on top of the desk.
下|した|below; under|noun|neutral|猫は椅子の下にいます。|ねこはいすのしたにいます。|The cat is under the chair.

# topic shopping
= 買い物とお金 | Shopping and money | shopping, money, shop, shops, store, stores, prices, buying, paying, supermarket, 買い物, お金, 店
店|みせ|shop; store|noun|neutral|この店は七時に閉まります。|このみせはしちじにしまります。|This shop closes at seven.
お金|おかね|money|noun|polite|今お金がありません。|いまおかねがありません。|I have no money now.
円|えん|yen|counter|neutral|このペンは百円です。|このペンはひゃくえんです。|This pen is a hundred yen.
財布|さいふ|purse; wallet|noun|neutral|財布を家に忘れました。|さいふをいえにわすれました。|I left my wallet at home.
値段|ねだん|price|noun|neutral|値段を見て驚きました。|ねだんをみておどろきました。|I was surprised when I saw the price.
税金|ぜいきん|tax|noun|neutral|値段に税金が入っている。|ねだんにぜいきんがはいっている。|Tax is included in the price.
現金|げんきん|cash|noun|neutral|この店は現金だけです。|このみせはげんきんだけです。|This shop takes cash only.
お釣り|おつり|change (for a purchase)|noun|polite|お釣りは五十円です。|おつりはごじゅうえんです。|Your change is fifty yen.
領収書|りょうしゅうしょ|receipt|noun|neutral|領収書をお願いします。|りょうしゅうしょをおねがいします。|A receipt, please.
割引|わりびき|discount|noun|neutral|学生は割引があります。|がくせいはわりびきがあります。|There is a discount for students.
無料|むりょう|free (of charge)|noun|neutral|水は無料です。|みずはむりょうです。|Water is free.
品物|しなもの|goods; article|noun|neutral|いい品物は少し高い。|いいしなものはすこしたかい。|Good articles cost a little more.
売り場|うりば|counter (in a shop); sales floor|noun|neutral|靴の売り場は何階ですか。|くつのうりばはなんがいですか。|On which floor are shoes sold?
レジ|レジ|cash register|noun|neutral|レジの前に人が並んでいる。|レジのまえにひとがならんでいる。|People are queuing at the cash register.
袋|ふくろ|bag; sack|noun|neutral|袋は要りません。|ふくろはいりません。|I don't need a bag.
デパート|デパート|department store|noun|neutral|デパートで服を買った。|デパートでふくをかった。|I bought clothes at a department store.
スーパー|スーパー|supermarket|noun|neutral|スーパーは夜も開いている。|スーパーはよるもあいている。|The supermarket is open at night too.
コンビニ|コンビニ|convenience store|noun|neutral|コンビニに寄って帰ろう。|コンビニによってかえろう。|Let's stop at the convenience store on the way home.
八百屋|やおや|greengrocer|noun|neutral|八百屋で大根を買った。|やおやでだいこんをかった。|I bought a white radish at the greengrocer's.
本屋|ほんや|bookshop; bookstore|noun|neutral|本屋で雑誌を見ました。|ほんやでざっしをみました。|I looked at magazines in the bookshop.
いくら|いくら|how much|adverb|neutral|これはいくらですか。|これはいくらですか。|How much is this?
買う|かう|to buy|verb|neutral|市場で魚を買います。|いちばでさかなをかいます。|I buy fish at the market.
売る|うる|to sell|verb|neutral|古い車を売りました。|ふるいくるまをうりました。|I sold my old car.
選ぶ|えらぶ|to choose; to select|verb|neutral|好きな色を選んでください。|すきないろをえらんでください。|Please choose the colour you like.
比べる|くらべる|to compare|verb|neutral|二つの店の値段を比べる。|ふたつのみせのねだんをくらべる。|I compare the prices of two shops.
高い|たかい|expensive; high|i-adjective|neutral|この時計は高すぎます。|このとけいはたかすぎます。|This watch is too expensive.
安い|やすい|cheap; inexpensive|i-adjective|neutral|もっと安いのはありますか。|もっとやすいのはありますか。|Do you have a cheaper one?
欲しい|ほしい|wanted; desired|i-adjective|neutral|新しい自転車が欲しい。|あたらしいじてんしゃがほしい。|I want a new bicycle.
お客さん|おきゃくさん|guest; customer|noun|honorific|店にお客さんが来ました。|みせにおきゃくさんがきました。|A customer came to the shop.
店長|てんちょう|shop manager|noun|neutral|店長は親切な人です。|てんちょうはしんせつなひとです。|The shop manager is a kind person.

# topic post-and-bank
= 郵便局と銀行 | Post office and bank | post office, post, bank, banking, mail, letter, letters, parcels, savings, 郵便局, 銀行, 手紙, 郵便
郵便局|ゆうびんきょく|post office|noun|neutral|郵便局は橋の近くです。|ゆうびんきょくははしのちかくです。|The post office is near the bridge.
銀行|ぎんこう|bank|noun|neutral|銀行でお金を下ろした。|ぎんこうでおかねをおろした。|I withdrew money at the bank.
郵便|ゆうびん|mail; postal service|noun|neutral|今日は郵便が来なかった。|きょうはゆうびんがこなかった。|No mail came today.
手紙|てがみ|letter|noun|neutral|国の母に手紙を書いた。|くにのははにてがみをかいた。|I wrote a letter to my mother back home.
葉書|はがき|postcard|noun|neutral|旅行先から葉書を出す。|りょこうさきからはがきをだす。|I send postcards from my trip.
年賀状|ねんがじょう|New Year's card|noun|neutral|年賀状を五十枚書いた。|ねんがじょうをごじゅうまいかいた。|I wrote fifty New Year's cards.
封筒|ふうとう|envelope|noun|neutral|封筒に住所を書きます。|ふうとうにじゅうしょをかきます。|I write the address on the envelope.
切手|きって|postage stamp|noun|neutral|切手を三枚ください。|きってをさんまいください。|Three stamps, please.
便箋|びんせん|writing paper; stationery|noun|neutral|きれいな便箋を選んだ。|きれいなびんせんをえらんだ。|I chose some pretty writing paper.
小包|こづつみ|parcel; package|noun|neutral|小包を外国へ送ります。|こづつみをがいこくへおくります。|I'm sending a parcel abroad.
速達|そくたつ|express delivery|noun|neutral|速達でお願いします。|そくたつでおねがいします。|By express delivery, please.
書留|かきとめ|registered mail|noun|neutral|大切な手紙は書留で送る。|たいせつなてがみはかきとめでおくる。|Important letters go by registered mail.
航空便|こうくうびん|airmail|noun|neutral|航空便で一週間かかる。|こうくうびんでいっしゅうかんかかる。|It takes a week by airmail.
郵便番号|ゆうびんばんごう/yuubin bangou|postal code|noun|neutral|郵便番号を忘れました。|ゆうびんばんごうをわすれました。|I forgot the postal code.
配達|はいたつ|delivery|noun|neutral|新聞の配達は朝早いです。|しんぶんのはいたつはあさはやいです。|Newspapers are delivered early.
窓口|まどぐち|counter; ticket window|noun|neutral|三番の窓口へどうぞ。|さんばんのまどぐちへどうぞ。|Please go to counter three.
口座|こうざ|bank account|noun|neutral|銀行に口座を開きました。|ぎんこうにこうざをひらきました。|I opened an account at the bank.
通帳|つうちょう|bankbook; passbook|noun|neutral|通帳を引き出しにしまう。|つうちょうをひきだしにしまう。|I put the bankbook in the drawer.
印鑑|いんかん|seal; stamp|noun|neutral|ここに印鑑を押してください。|ここにいんかんをおしてください。|Please put your seal here.
暗証番号|あんしょうばんごう/anshou bangou|PIN; password number|noun|neutral|暗証番号を入れてください。|あんしょうばんごうをいれてください。|Please enter your PIN.
貯金|ちょきん|savings|noun|neutral|旅行のために貯金をする。|りょこうのためにちょきんをする。|I save money for a trip.
送金|そうきん|remittance; sending money|noun|neutral|毎月家族に送金します。|まいつきかぞくにそうきんします。|I send money to my family every month.
手数料|てすうりょう|handling charge; commission|noun|neutral|手数料は三百円です。|てすうりょうはさんびゃくえんです。|The charge is three hundred yen.
お札|おさつ|bill; note|noun|polite|一万円のお札しかない。|いちまんえんのおさつしかない。|I only have a ten-thousand-yen note.
小銭|こぜに|small change; coins|noun|neutral|小銭で財布が重いです。|こぜにでさいふがおもいです。|My purse is heavy with coins.
送る|おくる|to send|verb|neutral|国へ荷物を送りたいです。|くにへにもつをおくりたいです。|I'd like to send a package to my country.
届く|とどく|to arrive; to reach|verb|neutral|友達から葉書が届いた。|ともだちからはがきがとどいた。|A postcard arrived from a friend.
下ろす|おろす|to withdraw (money); to take down|verb|neutral|三万円下ろしました。|さんまんえんおろしました。|I withdrew thirty thousand yen.
貼る|はる|to stick; to paste|verb|neutral|封筒に切手を貼ります。|ふうとうにきってをはります。|I stick a stamp on the envelope.

# topic sports
= スポーツ | Sports | sport, exercise, fitness, training, athletics, martial arts, baseball, soccer, football, 運動, 体操
運動|うんどう|exercise|noun|neutral|毎日三十分運動します。|まいにちさんじゅっぷんうんどうします。|I exercise thirty minutes every day.
スポーツ|スポーツ|sport; sports|noun|neutral|どんなスポーツをしますか。|どんなスポーツをしますか。|What sports do you do?
野球|やきゅう|baseball|noun|neutral|テレビで野球を見ます。|テレビでやきゅうをみます。|I watch baseball on television.
サッカー|サッカー|soccer; football|noun|neutral|弟はサッカーが上手です。|おとうとはサッカーがじょうずです。|My little brother is good at soccer.
テニス|テニス|tennis|noun|neutral|日曜日にテニスをします。|にちようびにテニスをします。|I play tennis on Sundays.
卓球|たっきゅう|table tennis|noun|neutral|温泉で卓球をしました。|おんせんでたっきゅうをしました。|We played table tennis at the hot spring.
水泳|すいえい|swimming|noun|neutral|夏の間水泳を習います。|なつのあいだすいえいをならいます。|I take swimming lessons over the summer.
相撲|すもう|sumo wrestling|noun|neutral|祖父は相撲が好きです。|そふはすもうがすきです。|My grandfather likes sumo.
柔道|じゅうどう|judo|noun|neutral|柔道は日本で始まった。|じゅうどうはにほんではじまった。|Judo began in Japan.
剣道|けんどう|kendo; Japanese fencing|noun|neutral|兄は剣道を十年習った。|あにはけんどうをじゅうねんならった。|My brother learned kendo for ten years.
空手|からて|karate|noun|neutral|妹は空手が強いです。|いもうとはからてがつよいです。|My little sister is strong at karate.
弓道|きゅうどう|Japanese archery|noun|neutral|弓道は心が静かになる。|きゅうどうはこころがしずかになる。|Japanese archery calms the mind.
マラソン|マラソン|marathon|noun|neutral|初めてマラソンを走った。|はじめてマラソンをはしった。|I ran a marathon for the first time.
スキー|スキー|skiing; ski|noun|neutral|冬はスキーに行きます。|ふゆはスキーにいきます。|In winter I go skiing.
試合|しあい|match; game|noun|neutral|明日大事な試合がある。|あしただいじなしあいがある。|There's an important match tomorrow.
選手|せんしゅ|player; athlete|noun|neutral|あの選手は足が速い。|あのせんしゅはあしがはやい。|That player is a fast runner.
優勝|ゆうしょう|overall victory; championship|noun|neutral|私たちの学校が優勝した。|わたしたちのがっこうがゆうしょうした。|Our school won the championship.
大会|たいかい|tournament; convention|noun|neutral|水泳の大会に出ます。|すいえいのたいかいにでます。|I'm taking part in a swimming tournament.
応援|おうえん|cheering; support|noun|neutral|弟の試合を応援した。|おとうとのしあいをおうえんした。|I cheered at my brother's match.
記録|きろく|record|noun|neutral|新しい記録が出ました。|あたらしいきろくがでました。|A new record was set.
得点|とくてん|score; points made|noun|neutral|最後の得点で勝ちました。|さいごのとくてんでかちました。|We won with the last score.
競争|きょうそう|competition; contest|noun|neutral|駅まで競争しよう。|えきまできょうそうしよう。|Let's race to the station.
勝つ|かつ|to win|verb|neutral|今日は絶対に勝ちたい。|きょうはぜったいにかちたい。|Today I want to win at all costs.
負ける|まける|to lose; to be defeated|verb|neutral|一点で負けてしまった。|いってんでまけてしまった。|We lost by one point.
走る|はしる|to run|verb|neutral|公園を一時間走ります。|こうえんをいちじかんはしります。|I run in the park for an hour.
投げる|なげる|to throw|verb|neutral|ボールを投げてください。|ボールをなげてください。|Please throw the ball.
打つ|うつ|to hit; to strike|verb|neutral|彼がボールを強く打った。|かれがボールをつよくうった。|He hit the ball hard.
登る|のぼる|to climb; to go up|verb|neutral|富士山に登ったことがある。|ふじさんにのぼったことがある。|I have climbed Mt. Fuji.
滑る|すべる|to slide; to slip|verb|neutral|雪の上を速く滑ります。|ゆきのうえをはやくすべります。|We slide fast over the snow.

# topic music
= 音楽 | Music | song, songs, singing, instruments, musical instruments, concert, dance, dancing, karaoke, 歌, 楽器
音楽|おんがく|music|noun|neutral|音楽を聞きながら走ります。|おんがくをききながらはしります。|I run while listening to music.
歌|うた|song|noun|neutral|好きな歌を歌ってください。|すきなうたをうたってください。|Please sing a song you like.
曲|きょく|tune; piece of music|noun|neutral|この曲を知っていますか。|このきょくをしっていますか。|Do you know this tune?
音|おと|sound|noun|neutral|雨の音が聞こえます。|あめのおとがきこえます。|I can hear the sound of rain.
楽器|がっき|musical instrument|noun|neutral|何か楽器ができますか。|なにかがっきができますか。|Can you play any instruments?
ピアノ|ピアノ|piano|noun|neutral|姉は毎日ピアノを弾く。|あねはまいにちピアノをひく。|My sister plays the piano every day.
ギター|ギター|guitar|noun|neutral|ギターを習い始めました。|ギターをならいはじめました。|I've begun to learn the guitar.
バイオリン|バイオリン|violin|noun|neutral|バイオリンの曲が好きだ。|バイオリンのきょくがすきだ。|I like violin music.
笛|ふえ|flute; whistle|noun|neutral|祭りで笛を吹きました。|まつりでふえをふきました。|I played the flute at the festival.
太鼓|たいこ|drum|noun|neutral|遠くで太鼓が鳴っている。|とおくでたいこがなっている。|A drum is sounding in the distance.
三味線|しゃみせん|three-stringed Japanese lute; shamisen|noun|neutral|祖母は三味線が上手だ。|そぼはしゃみせんがじょうずだ。|My grandmother plays the shamisen well.
琴|こと|Japanese zither; koto|noun|neutral|正月に琴の曲を聞く。|しょうがつにことのきょくをきく。|At New Year we hear koto music.
演奏|えんそう|musical performance|noun|neutral|素晴らしい演奏でした。|すばらしいえんそうでした。|It was a wonderful performance.
合唱|がっしょう|chorus|noun|neutral|クラスで合唱をします。|クラスでがっしょうをします。|Our class sings in chorus.
作曲|さっきょく|composition (of music)|noun|neutral|兄は作曲もします。|あにはさっきょくもします。|My brother composes music too.
歌詞|かし|lyrics|noun|neutral|この歌は歌詞がいいです。|このうたはかしがいいです。|This song has good lyrics.
民謡|みんよう|folk song|noun|neutral|村の人が民謡を歌った。|むらのひとがみんようをうたった。|The villagers sang a folk song.
踊り|おどり|dance|noun|neutral|夏の祭りで踊りを見た。|なつのまつりでおどりをみた。|I watched the dancing at the summer festival.
音楽家|おんがくか|musician|noun|neutral|彼女は有名な音楽家です。|かのじょはゆうめいなおんがくかです。|She is a famous musician.
コンサート|コンサート|concert|noun|neutral|来月コンサートに行きます。|らいげつコンサートにいきます。|I'm going to a concert next month.
カラオケ|カラオケ|karaoke|noun|neutral|みんなでカラオケに行こう。|みんなでカラオケにいこう。|Let's all go to karaoke.
歌う|うたう|to sing|verb|neutral|子供たちが楽しく歌う。|こどもたちがたのしくうたう。|The children sing happily.
弾く|ひく|to play (piano, guitar)|verb|neutral|ピアノで短い曲を弾いた。|ピアノでみじかいきょくをひいた。|I played a short piece on the piano.
踊る|おどる|to dance|verb|neutral|音楽に合わせて踊ろう。|おんがくにあわせておどろう。|Let's dance to the music.
聞く|きく|to listen; to hear; to ask|verb|neutral|夜は静かな曲を聞きます。|よるはしずかなきょくをききます。|At night I listen to quiet music.
聞こえる|きこえる|to be heard; to be audible|verb|neutral|隣の部屋から歌が聞こえる。|となりのへやからうたがきこえる。|I can hear singing from the next room.
鳴る|なる|to sound; to ring|verb|neutral|十二時に鐘が鳴ります。|じゅうにじにかねがなります。|The bell rings at twelve.

# topic film-and-manga
= 映画・テレビ・漫画 | Film, television and manga | film, films, movie, movies, tv, television, manga, anime, comics, drama, cinema, 映画, テレビ, 漫画, アニメ
映画|えいが|movie; film|noun|neutral|週末に映画を見ませんか。|しゅうまつにえいがをみませんか。|Shall we see a film at the weekend?
漫画|まんが|comic; manga|noun|neutral|漫画で日本語を勉強する。|まんがでにほんごをべんきょうする。|I study Japanese with manga.
漫画家|まんがか|manga artist; cartoonist|noun|neutral|弟は漫画家になりました。|おとうとはまんがかになりました。|My brother became a manga artist.
アニメ|アニメ|animated film; anime|noun|neutral|子供の時このアニメを見た。|こどものときこのアニメをみた。|I watched this anime as a child.
番組|ばんぐみ|programme (TV)|noun|neutral|好きな番組が始まります。|すきなばんぐみがはじまります。|My favourite programme is starting.
ドラマ|ドラマ|drama; TV drama|noun|neutral|毎週このドラマを見ます。|まいしゅうこのドラマをみます。|I watch this drama every week.
ニュース|ニュース|news|noun|neutral|七時のニュースを見ます。|しちじのニュースをみます。|I watch the seven o'clock news.
監督|かんとく|director; supervision|noun|neutral|この映画の監督は誰ですか。|このえいがのかんとくはだれですか。|Who is the director of this film?
主役|しゅやく|leading part; leading actor|noun|neutral|彼女が主役に決まった。|かのじょがしゅやくにきまった。|She was chosen for the leading part.
主人公|しゅじんこう|protagonist; main character; hero|noun|neutral|主人公は小さい男の子だ。|しゅじんこうはちいさいおとこのこだ。|The main character is a little boy.
場面|ばめん|scene|noun|neutral|最後の場面で泣きました。|さいごのばめんでなきました。|I cried at the last scene.
台詞|せりふ|one's lines (in a play)|noun|neutral|長い台詞を覚えました。|ながいせりふをおぼえました。|I learned my long lines by heart.
字幕|じまく|subtitles|noun|neutral|字幕がないと分かりません。|じまくがないとわかりません。|I don't understand without subtitles.
吹き替え|ふきかえ|dubbing|noun|neutral|子供は吹き替えで見ます。|こどもはふきかえでみます。|Children watch it dubbed.
声優|せいゆう|voice actor|noun|neutral|あの声優の声が好きです。|あのせいゆうのこえがすきです。|I like that voice actor's voice.
役|やく|role; part|noun|neutral|医者の役を演じました。|いしゃのやくをえんじました。|He played the part of a doctor.
演技|えんぎ|acting; performance|noun|neutral|子供の演技が上手だった。|こどものえんぎがじょうずだった。|The child's acting was good.
舞台|ぶたい|stage|noun|neutral|舞台の上で歌いました。|ぶたいのうえでうたいました。|I sang on the stage.
芝居|しばい|play; drama|noun|neutral|昨日芝居を見に行った。|きのうしばいをみにいった。|I went to see a play yesterday.
放送|ほうそう|broadcast; broadcasting|noun|neutral|試合は夜放送されます。|しあいはよるほうそうされます。|The match is broadcast tonight.
録画|ろくが|video recording|noun|neutral|ドラマを録画しました。|ドラマをろくがしました。|I recorded the drama.
怪獣|かいじゅう|monster|noun|neutral|怪獣が町を歩いている。|かいじゅうがまちをあるいている。|The monster is walking through the town.
忍者|にんじゃ|ninja|noun|neutral|この漫画には忍者が出る。|このまんがにはにんじゃがでる。|There are ninja in this manga.
侍|さむらい|samurai; warrior|noun|neutral|侍の映画が人気です。|さむらいのえいががにんきです。|Samurai films are popular.
人気|にんき|popularity|noun|neutral|この漫画は人気がある。|このまんがはにんきがある。|This manga is popular.
続き|つづき|continuation; sequel|noun|neutral|話の続きが知りたいです。|はなしのつづきがしりたいです。|I want to know how the story continues.
見る|みる|to see; to watch|verb|neutral|毎晩テレビを見ています。|まいばんテレビをみています。|I watch television every evening.
描く|えがく|to draw; to depict|verb|neutral|これは戦争を描いた映画だ。|これはせんそうをえがいたえいがだ。|This is a film that depicts war.
怪しい|あやしい|suspicious; doubtful|i-adjective|neutral|あの黒い服の男が怪しい。|あのくろいふくのおとこがあやしい。|That man in black is suspicious.

# topic books-and-language
= 本と言葉 | Books and language | book, books, reading, language, languages, words, writing, literature, grammar, kanji, poetry, 本, 言葉, 読書, 日本語, 言語
本|ほん|book|noun|neutral|この本は面白いですよ。|このほんはおもしろいですよ。|This book is interesting.
読書|どくしょ|reading (books)|noun|neutral|秋は読書の季節です。|あきはどくしょのきせつです。|Autumn is the season for reading.
小説|しょうせつ|novel; story|noun|neutral|日本の小説を読みたい。|にほんのしょうせつをよみたい。|I want to read Japanese novels.
物語|ものがたり|story; tale|noun|neutral|これは古い国の物語です。|これはふるいくにのものがたりです。|This is a tale of an ancient country.
昔話|むかしばなし|old tale; folk tale|noun|neutral|祖母が昔話をしてくれた。|そぼがむかしばなしをしてくれた。|My grandmother told me old tales.
詩|し|poem; poetry|noun|neutral|春の詩を書きました。|はるのしをかきました。|I wrote a poem about spring.
俳句|はいく|haiku poem|noun|neutral|俳句は世界で一番短い詩だ。|はいくはせかいでいちばんみじかいしだ。|Haiku are the shortest poems in the world.
絵本|えほん|picture book|noun|neutral|子供に絵本を読みます。|こどもにえほんをよみます。|I read picture books to my child.
雑誌|ざっし|magazine; journal|noun|neutral|この雑誌は毎月出ます。|このざっしはまいつきでます。|This magazine comes out every month.
辞書|じしょ|dictionary|noun|neutral|辞書で意味を調べました。|じしょでいみをしらべました。|I looked up the meaning in a dictionary.
言葉|ことば|word; language|noun|neutral|この言葉の意味は何ですか。|このことばのいみはなんですか。|What does this word mean?
単語|たんご|word; vocabulary|noun|neutral|毎日十の単語を覚える。|まいにちじゅうのたんごをおぼえる。|I learn ten words every day.
文|ぶん|sentence|noun|neutral|短い文を作りましょう。|みじかいぶんをつくりましょう。|Let's make a short sentence.
文章|ぶんしょう|writing; sentence|noun|neutral|彼女の文章は分かりやすい。|かのじょのぶんしょうはわかりやすい。|Her writing is easy to understand.
文法|ぶんぽう|grammar|noun|neutral|日本語の文法は面白い。|にほんごのぶんぽうはおもしろい。|Japanese grammar is interesting.
発音|はつおん|pronunciation|noun|neutral|あなたは発音がいいです。|あなたははつおんがいいです。|Your pronunciation is good.
意味|いみ|meaning|noun|neutral|二つの意味があります。|ふたつのいみがあります。|It has two meanings.
漢字|かんじ|Chinese character; kanji|noun|neutral|この漢字が読めますか。|このかんじがよめますか。|Can you read this kanji?
平仮名|ひらがな|hiragana|noun|neutral|名前を平仮名で書きます。|なまえをひらがなでかきます。|I write my name in hiragana.
片仮名|かたかな|katakana|noun|neutral|片仮名は外国の言葉に使う。|かたかなはがいこくのことばにつかう。|Katakana is used for foreign words.
字|じ|character; letter|noun|neutral|先生は字がきれいです。|せんせいはじがきれいです。|The teacher's handwriting is beautiful.
日本語|にほんご|Japanese (language)|noun|neutral|日本語を三年勉強した。|にほんごをさんねんべんきょうした。|I've studied Japanese for three years.
方言|ほうげん|dialect|noun|neutral|祖父の方言は難しいです。|そふのほうげんはむずかしいです。|My grandfather's dialect is difficult.
敬語|けいご|honorific language; polite language|noun|neutral|客には敬語を使います。|きゃくにはけいごをつかいます。|We use polite language with customers.
翻訳|ほんやく|translation|noun|neutral|この小説を翻訳しました。|このしょうせつをほんやくしました。|I translated this novel.
作文|さくぶん|composition; writing|noun|neutral|家族の作文を書いた。|かぞくのさくぶんをかいた。|I wrote a composition about my family.
題|だい|title; subject|noun|neutral|その本の題を忘れた。|そのほんのだいをわすれた。|I forgot the title of the book.
読む|よむ|to read|verb|neutral|寝る前に小説を読みます。|ねるまえにしょうせつをよみます。|I read a novel before going to sleep.
書く|かく|to write|verb|neutral|日本語で手紙を書きました。|にほんごでてがみをかきました。|I wrote a letter in Japanese.

# topic hobbies
= 趣味とゲーム | Hobbies and games | hobby, hobbies, game, games, leisure, free time, pastimes, toys, crafts, arts and crafts, video games, 趣味, ゲーム, 遊び
趣味|しゅみ|hobby; pastime|noun|neutral|趣味は何ですか。|しゅみはなんですか。|What are your hobbies?
遊び|あそび|play|noun|neutral|子供の遊びを見ていた。|こどものあそびをみていた。|I was watching the children's games.
ゲーム|ゲーム|game|noun|neutral|弟は一日中ゲームをする。|おとうとはいちにちじゅうゲームをする。|My brother plays games all day long.
将棋|しょうぎ|Japanese chess; shogi|noun|neutral|祖父と将棋をします。|そふとしょうぎをします。|I play Japanese chess with my grandfather.
囲碁|いご|go (board game)|noun|neutral|囲碁の規則は簡単です。|いごのきそくはかんたんです。|The rules of go are simple.
折り紙|おりがみ|paper folding; origami|noun|neutral|折り紙で鶴を作りました。|おりがみでつるをつくりました。|I made an origami crane.
絵|え|picture; drawing|noun|neutral|この絵は母がかきました。|このえはははがかきました。|My mother painted this picture.
書道|しょどう|calligraphy|noun|neutral|毎週書道を習っています。|まいしゅうしょどうをならっています。|I take calligraphy lessons every week.
茶道|さどう|tea ceremony|noun|neutral|茶道の先生は厳しいです。|さどうのせんせいはきびしいです。|The tea ceremony teacher is strict.
生け花|いけばな|flower arrangement|noun|neutral|母は生け花を教えている。|はははいけばなをおしえている。|My mother teaches flower arrangement.
編み物|あみもの|knitting|noun|neutral|冬の夜は編み物をします。|ふゆのよるはあみものをします。|On winter nights I knit.
裁縫|さいほう|sewing|noun|neutral|祖母は裁縫が得意です。|そぼはさいほうがとくいです。|My grandmother is good at sewing.
園芸|えんげい|gardening; horticulture|noun|neutral|父の趣味は園芸です。|ちちのしゅみはえんげいです。|My father's hobby is gardening.
釣り|つり|fishing|noun|neutral|日曜日は川で釣りをする。|にちようびはかわでつりをする。|On Sundays I fish in the river.
登山|とざん|mountain climbing|noun|neutral|友達と登山に行きました。|ともだちととざんにいきました。|I went mountain climbing with friends.
手品|てじな|magic trick; conjuring|noun|neutral|弟が手品を見せてくれた。|おとうとがてじなをみせてくれた。|My little brother showed us a magic trick.
陶芸|とうげい|ceramic art; ceramics|noun|neutral|陶芸で茶碗を作った。|とうげいでちゃわんをつくった。|I made a bowl in pottery class.
切手収集|きってしゅうしゅう/kitte shuushuu|stamp collecting|noun|neutral|兄の趣味は切手収集だ。|あにのしゅみはきってしゅうしゅうだ。|My brother's hobby is stamp collecting.
人形|にんぎょう|doll; puppet|noun|neutral|妹は人形で遊んでいる。|いもうとはにんぎょうであそんでいる。|My sister is playing with dolls.
おもちゃ|おもちゃ|toy|noun|neutral|子供におもちゃをあげました。|こどもにおもちゃをあげました。|I gave the child a toy.
凧|たこ|kite|noun|neutral|正月に凧を揚げます。|しょうがつにたこをあげます。|We fly kites at New Year.
こま|こま|spinning top|noun|neutral|こまを上手に回せますか。|こまをじょうずにまわせますか。|Can you spin a top well?
トランプ|トランプ|playing cards|noun|neutral|みんなでトランプをしよう。|みんなでトランプをしよう。|Let's all play cards.
じゃんけん|じゃんけん|rock-paper-scissors game|noun|neutral|じゃんけんで順番を決める。|じゃんけんでじゅんばんをきめる。|We decide the order by rock-paper-scissors.
遊ぶ|あそぶ|to play|verb|neutral|公園で犬と遊びました。|こうえんでいぬとあそびました。|I played with the dog in the park.
集める|あつめる|to collect; to gather|verb|neutral|古い切手を集めています。|ふるいきってをあつめています。|I collect old stamps.
撮る|とる|to take (a photo)|verb|neutral|花の写真を撮ります。|はなのしゃしんをとります。|I take photos of flowers.
編む|あむ|to knit; to braid|verb|neutral|赤い帽子を編みました。|あかいぼうしをあみました。|I knitted a red hat.
折る|おる|to fold; to break|verb|neutral|紙を半分に折ってください。|かみをはんぶんにおってください。|Please fold the paper in half.
暇|ひま|free time; leisure|na-adjective|neutral|暇な時は何をしますか。|ひまなときはなにをしますか。|What do you do in your free time?

# topic festivals
= 祭りと行事 | Festivals and traditions | festival, festivals, traditions, tradition, celebrations, new year, events, customs and traditions, japanese holidays, 祭り, 行事, 正月
祭り|まつり|festival|noun|neutral|夏の祭りは賑やかです。|なつのまつりはにぎやかです。|The summer festival is lively.
行事|ぎょうじ|event; function|noun|neutral|学校の行事が多い月だ。|がっこうのぎょうじがおおいつきだ。|It's a month with many school events.
正月|しょうがつ|New Year; New Year's Day|noun|neutral|正月は家族と過ごします。|しょうがつはかぞくとすごします。|I spend New Year with my family.
大晦日|おおみそか|New Year's Eve|noun|neutral|大晦日にそばを食べます。|おおみそかにそばをたべます。|On New Year's Eve we eat soba.
初詣|はつもうで|first shrine visit of the New Year|noun|neutral|友達と初詣に行きました。|ともだちとはつもうでにいきました。|I made my first shrine visit with friends.
お年玉|おとしだま|New Year's gift (money)|noun|polite|子供はお年玉が楽しみだ。|こどもはおとしだまがたのしみだ。|Children look forward to New Year's money.
節分|せつぶん|last day of winter in the traditional calendar; bean-throwing festival|noun|neutral|節分の日に豆をまきます。|せつぶんのひにまめをまきます。|On the last day of winter we throw beans.
雛祭り|ひなまつり|Doll's Festival; Girls' Festival|noun|neutral|雛祭りに人形を飾ります。|ひなまつりににんぎょうをかざります。|At the Doll's Festival we display dolls.
子供の日|こどものひ/kodomo no hi|Children's Day|noun|neutral|五月五日は子供の日です。|ごがついつかはこどものひです。|The fifth of May is Children's Day.
七夕|たなばた|Star Festival|noun|neutral|七夕に願いを書きます。|たなばたにねがいをかきます。|At the Star Festival we write wishes.
お盆|おぼん|Bon Festival|noun|polite|お盆に両親の家へ帰ります。|おぼんにりょうしんのいえへかえります。|At the Bon Festival I go back to my parents' home.
盆踊り|ぼんおどり|Bon Festival dance|noun|neutral|浴衣で盆踊りを踊った。|ゆかたでぼんおどりをおどった。|We danced the Bon dance in cotton kimonos.
月見|つきみ|viewing the moon|noun|neutral|秋の夜に月見をします。|あきのよるにつきみをします。|We view the moon on autumn nights.
七五三|しちごさん|festival for children of seven, five and three years|noun|neutral|七五三で娘が着物を着た。|しちごさんでむすめがきものをきた。|My daughter wore a kimono for the Seven-Five-Three festival.
成人の日|せいじんのひ/seijin no hi|Coming-of-Age Day|noun|neutral|成人の日に写真を撮る。|せいじんのひにしゃしんをとる。|We take photos on Coming-of-Age Day.
クリスマス|クリスマス|Christmas|noun|neutral|クリスマスにケーキを食べる。|クリスマスにケーキをたべる。|We eat cake at Christmas.
結婚式|けっこんしき|wedding ceremony|noun|neutral|姉の結婚式は六月です。|あねのけっこんしきはろくがつです。|My sister's wedding is in June.
葬式|そうしき|funeral|noun|neutral|葬式には黒い服を着ます。|そうしきにはくろいふくをきます。|People wear black to a funeral.
屋台|やたい|food stall; cart|noun|neutral|屋台で焼きそばを買った。|やたいでやきそばをかった。|I bought fried noodles at a stall.
神輿|みこし|portable shrine|noun|neutral|若い人が神輿を担ぐ。|わかいひとがみこしをかつぐ。|Young people carry the portable shrine.
提灯|ちょうちん|paper lantern|noun|neutral|赤い提灯が並んでいます。|あかいちょうちんがならんでいます。|Red paper lanterns hang in a row.
着物|きもの|kimono|noun|neutral|祭りの日は着物を着る。|まつりのひはきものをきる。|On festival days we wear kimono.
贈り物|おくりもの|present; gift|noun|neutral|母の日に贈り物をします。|ははのひにおくりものをします。|I give a present on Mother's Day.
お祝い|おいわい|celebration; congratulation|noun|polite|入学のお祝いをもらった。|にゅうがくのおいわいをもらった。|I got a present for entering school.
習わし|ならわし|custom|noun|neutral|これは古い村の習わしだ。|これはふるいむらのならわしだ。|This is an old village custom.
祝う|いわう|to celebrate; to congratulate|verb|neutral|友達の誕生日を祝った。|ともだちのたんじょうびをいわった。|We celebrated our friend's birthday.
飾る|かざる|to decorate; to display|verb|neutral|門に竹を飾りました。|もんにたけをかざりました。|We decorated the gate with bamboo.
招く|まねく|to invite|verb|neutral|友達を家に招きました。|ともだちをいえにまねきました。|I invited friends to my home.
賑やか|にぎやか|lively; bustling|na-adjective|neutral|賑やかな通りを歩いた。|にぎやかなとおりをあるいた。|I walked along a bustling street.

# topic religion-and-culture
= 宗教と文化 | Religion and culture | religion, culture, japanese culture, arts, traditional arts, shrines, temples, shinto, buddhism, theatre, theater, 宗教, 文化, 神社, お寺
文化|ぶんか|culture|noun|neutral|国によって文化が違います。|くにによってぶんかがちがいます。|Culture differs from country to country.
宗教|しゅうきょう|religion|noun|neutral|世界には多くの宗教がある。|せかいにはおおくのしゅうきょうがある。|There are many religions in the world.
伝統|でんとう|tradition|noun|neutral|この村は伝統を守っている。|このむらはでんとうをまもっている。|This village keeps its traditions.
神|かみ|god|noun|neutral|山に神がいると信じる。|やまにかみがいるとしんじる。|They believe there is a god in the mountain.
神様|かみさま|god|noun|honorific|神様にお願いしました。|かみさまにおねがいしました。|I made a wish to the gods.
仏|ほとけ|Buddha|noun|neutral|仏の顔は静かです。|ほとけのかおはしずかです。|The Buddha's face is calm.
仏教|ぶっきょう|Buddhism|noun|neutral|仏教はインドで始まった。|ぶっきょうはインドではじまった。|Buddhism began in India.
神道|しんとう|Shinto|noun|neutral|神道は日本の宗教です。|しんとうはにほんのしゅうきょうです。|Shinto is a Japanese religion.
キリスト教|キリストきょう|Christianity|noun|neutral|キリスト教の歌を歌う。|キリストきょうのうたをうたう。|We sing Christian songs.
神社|じんじゃ|Shinto shrine|noun|neutral|森の中に神社があります。|もりのなかにじんじゃがあります。|There is a shrine in the forest.
寺|てら|temple (Buddhist)|noun|neutral|この寺は千年前に建った。|このてらはせんねんまえにたった。|This temple was built a thousand years ago.
教会|きょうかい|church|noun|neutral|二人は教会で結婚した。|ふたりはきょうかいでけっこんした。|The two got married in a church.
鳥居|とりい|Shinto shrine archway|noun|neutral|赤い鳥居が海に立つ。|あかいとりいがうみにたつ。|A red shrine gate stands in the sea.
大仏|だいぶつ|large statue of Buddha|noun|neutral|奈良の大仏は大きいです。|ならのだいぶつはおおきいです。|The Great Buddha of Nara is big.
お守り|おまもり|charm; amulet|noun|polite|神社でお守りを買った。|じんじゃでおまもりをかった。|I bought a charm at the shrine.
お坊さん|おぼうさん|Buddhist priest; monk|noun|honorific|お坊さんの話を聞きました。|おぼうさんのはなしをききました。|I listened to the monk's talk.
僧|そう|monk; priest|noun|neutral|若い僧が庭を掃いている。|わかいそうがにわをはいている。|A young monk is sweeping the garden.
禅|ぜん|Zen (Buddhism)|noun|neutral|禅の庭は石と砂です。|ぜんのにわはいしとすなです。|A Zen garden is stones and sand.
祈り|いのり|prayer|noun|neutral|静かに祈りを続けた。|しずかにいのりをつづけた。|They went on praying quietly.
墓|はか|grave; tomb|noun|neutral|祖父の墓は山にあります。|そふのはかはやまにあります。|My grandfather's grave is on the mountain.
歌舞伎|かぶき|kabuki|noun|neutral|初めて歌舞伎を見ました。|はじめてかぶきをみました。|I saw kabuki for the first time.
能|のう|noh (theatre)|noun|neutral|能の面はとても古いです。|のうのめんはとてもふるいです。|The noh mask is very old.
落語|らくご|comic story telling|noun|neutral|落語を聞いて笑いました。|らくごをきいてわらいました。|I laughed at a comic story.
浮世絵|うきよえ|ukiyo-e; colour print of everyday life|noun|neutral|浮世絵の波が有名です。|うきよえのなみがゆうめいです。|The wave in the woodblock print is famous.
芸術|げいじゅつ|art; the arts|noun|neutral|秋は芸術の季節です。|あきはげいじゅつのきせつです。|Autumn is the season of the arts.
風呂敷|ふろしき|wrapping cloth|noun|neutral|箱を風呂敷で包みました。|はこをふろしきでつつみました。|I wrapped the box in a cloth.
祈る|いのる|to pray; to wish|verb|neutral|家族の健康を祈ります。|かぞくのけんこうをいのります。|I pray for my family's health.
信じる|しんじる|to believe|verb|neutral|私は友達を信じます。|わたしはともだちをしんじます。|I believe my friend.
守る|まもる|to protect; to keep (a promise)|verb|neutral|古い文化を守りたいです。|ふるいぶんかをまもりたいです。|I want to protect the old culture.

# topic history
= 歴史 | History | japanese history, historical, ancient times, war, war and peace, past, the past, samurai era, 日本史, 昔, 時代
時代|じだい|period; era|noun|neutral|江戸時代の町を歩いた。|えどじだいのまちをあるいた。|I walked through an Edo-period town.
昔|むかし|olden days; former|noun|neutral|昔ここに城がありました。|むかしここにしろがありました。|Long ago there was a castle here.
古代|こだい|ancient times|noun|neutral|古代の人は石を使った。|こだいのひとはいしをつかった。|People of ancient times used stones.
現代|げんだい|present day; modern times|noun|neutral|現代の生活は便利です。|げんだいのせいかつはべんりです。|Life in modern times is convenient.
世紀|せいき|century|noun|neutral|今は二十一世紀です。|いまはにじゅういっせいきです。|We are now in the twenty-first century.
天皇|てんのう|Emperor of Japan|noun|neutral|昔天皇は京都に住んでいた。|むかしてんのうはきょうとにすんでいた。|Long ago the emperor lived in Kyoto.
将軍|しょうぐん|general; shogun|noun|neutral|将軍が国を治めていた。|しょうぐんがくにをおさめていた。|The shogun ruled the country.
武士|ぶし|warrior; samurai|noun|neutral|武士は刀を持っていた。|ぶしはかたなをもっていた。|Warriors carried swords.
王|おう|king|noun|neutral|王は高い城に住んだ。|おうはたかいしろにすんだ。|The king lived in a high castle.
女王|じょおう|queen|noun|neutral|その国には女王がいる。|そのくににはじょおうがいる。|That country has a queen.
刀|かたな|sword|noun|neutral|博物館で古い刀を見た。|はくぶつかんでふるいかたなをみた。|I saw old swords in the museum.
戦争|せんそう|war|noun|neutral|戦争の話を祖父に聞いた。|せんそうのはなしをそふにきいた。|I heard about the war from my grandfather.
平和|へいわ|peace|noun|neutral|世界が平和になりますように。|せかいがへいわになりますように。|May the world be at peace.
戦い|たたかい|battle; fight|noun|neutral|長い戦いが終わった。|ながいたたかいがおわった。|The long battle ended.
敵|てき|enemy|noun|neutral|敵が城に入りました。|てきがしろにはいりました。|The enemy entered the castle.
兵士|へいし|soldier|noun|neutral|兵士が国へ帰ってきた。|へいしがくにへかえってきた。|The soldiers came back to their country.
革命|かくめい|revolution|noun|neutral|革命で国が変わった。|かくめいでくにがかわった。|The country changed through a revolution.
独立|どくりつ|independence|noun|neutral|その国は去年独立した。|そのくにはきょねんどくりつした。|That country became independent last year.
発見|はっけん|discovery|noun|neutral|古い寺が発見されました。|ふるいてらがはっけんされました。|An old temple was discovered.
発明|はつめい|invention|noun|neutral|紙は中国で発明された。|かみはちゅうごくではつめいされた。|Paper was invented in China.
農民|のうみん|farmer; peasant|noun|neutral|農民は米を作っていた。|のうみんはこめをつくっていた。|The peasants grew rice.
商人|しょうにん|merchant; trader|noun|neutral|大阪は商人の町だった。|おおさかはしょうにんのまちだった。|Osaka was a town of merchants.
都|みやこ|capital|noun|neutral|昔の都は奈良でした。|むかしのみやこはならでした。|The capital of old was Nara.
事件|じけん|event; incident|noun|neutral|その年大きい事件が起きた。|そのとしおおきいじけんがおきた。|A great incident happened that year.
英雄|えいゆう|hero|noun|neutral|彼は町の英雄になった。|かれはまちのえいゆうになった。|He became the hero of the town.
先祖|せんぞ|ancestor|noun|neutral|先祖は農家だったそうだ。|せんぞはのうかだったそうだ。|I hear our ancestors were farmers.
戦う|たたかう|to fight; to battle|verb|neutral|二つの国が海で戦った。|ふたつのくにがうみでたたかった。|The two countries fought at sea.
起こる|おこる|to happen; to occur|verb|neutral|なぜ戦争が起こったのか。|なぜせんそうがおこったのか。|Why did the war happen?
古い|ふるい|old|i-adjective|neutral|古い町の写真を集める。|ふるいまちのしゃしんをあつめる。|I collect photos of old towns.

# topic countries
= 国と地理 | Countries and geography | countries, country, geography, nations, nationalities, nationality, world, continents, places in japan, 国, 地理, 世界
国|くに|country; home country|noun|neutral|お国はどちらですか。|おくにはどちらですか。|Which country are you from?
世界|せかい|world|noun|neutral|世界の国を旅したい。|せかいのくにをたびしたい。|I want to travel the countries of the world.
日本|にほん|Japan|noun|neutral|日本は海の中の国です。|にほんはうみのなかのくにです。|Japan is a country in the sea.
中国|ちゅうごく|China|noun|neutral|中国の友達が来ました。|ちゅうごくのともだちがきました。|A friend from China came.
韓国|かんこく|South Korea|noun|neutral|韓国の料理は辛いです。|かんこくのりょうりはからいです。|Korean food is spicy.
インド|インド|India|noun|neutral|インドのカレーを食べた。|インドのカレーをたべた。|I ate Indian curry.
アメリカ|アメリカ|America; United States|noun|neutral|アメリカから来ました。|アメリカからきました。|I come from America.
イギリス|イギリス|United Kingdom; Great Britain|noun|neutral|イギリスの紅茶を飲む。|イギリスのこうちゃをのむ。|I drink British tea.
フランス|フランス|France|noun|neutral|フランスで料理を習った。|フランスでりょうりをならった。|I learned cooking in France.
ドイツ|ドイツ|Germany|noun|neutral|ドイツの車が好きです。|ドイツのくるまがすきです。|I like German cars.
オーストラリア|オーストラリア|Australia|noun|neutral|オーストラリアは広い国です。|オーストラリアはひろいくにです。|Australia is a vast country.
アジア|アジア|Asia|noun|neutral|日本はアジアの国です。|にほんはアジアのくにです。|Japan is an Asian country.
ヨーロッパ|ヨーロッパ|Europe|noun|neutral|春にヨーロッパへ行く。|はるにヨーロッパへいく。|I go to Europe in spring.
アフリカ|アフリカ|Africa|noun|neutral|アフリカの動物を見たい。|アフリカのどうぶつをみたい。|I want to see the animals of Africa.
日本人|にほんじん|Japanese (person)|noun|neutral|妻は日本人です。|つまはにほんじんです。|My wife is Japanese.
国籍|こくせき|nationality|noun|neutral|国籍を書いてください。|こくせきをかいてください。|Please write your nationality.
首都|しゅと|capital city|noun|neutral|日本の首都は東京です。|にほんのしゅとはとうきょうです。|The capital of Japan is Tokyo.
東京|とうきょう|Tokyo|noun|neutral|東京は人が多いです。|とうきょうはひとがおおいです。|There are many people in Tokyo.
京都|きょうと|Kyoto|noun|neutral|京都は古い町です。|きょうとはふるいまちです。|Kyoto is an old town.
大阪|おおさか|Osaka|noun|neutral|大阪の食べ物は有名だ。|おおさかのたべものはゆうめいだ。|The food of Osaka is famous.
北海道|ほっかいどう|Hokkaido|noun|neutral|北海道の夏は涼しいです。|ほっかいどうのなつはすずしいです。|Summer in Hokkaido is cool.
大陸|たいりく|continent|noun|neutral|船が大陸に着きました。|ふねがたいりくにつきました。|The ship reached the continent.
国境|こっきょう|border (of a country)|noun|neutral|国境は山の上にある。|こっきょうはやまのうえにある。|The border is up in the mountains.
人口|じんこう|population|noun|neutral|人口が減っています。|じんこうがへっています。|The population is decreasing.
地方|ちほう|region; district|noun|neutral|北の地方は雪が多い。|きたのちほうはゆきがおおい。|There is much snow in the northern region.
田舎|いなか|countryside; rural area|noun|neutral|祖父母は田舎にいます。|そふぼはいなかにいます。|My grandparents are in the countryside.
県|けん|prefecture|noun|neutral|沖縄は南の県です。|おきなわはみなみのけんです。|Okinawa is a southern prefecture.
半島|はんとう|peninsula|noun|neutral|半島の先に町がある。|はんとうのさきにまちがある。|There is a town at the tip of the peninsula.
砂漠|さばく|desert|noun|neutral|砂漠の夜は寒いです。|さばくのよるはさむいです。|Desert nights are cold.

# topic government
= 政治と社会 | Government and society | government, society, politics, election, elections, economy, news, public affairs, democracy, newspaper, 政治, 社会, 政府, 経済
政治|せいじ|politics; government|noun|neutral|若い人も政治の話をする。|わかいひともせいじのはなしをする。|Young people talk about politics too.
政府|せいふ|government|noun|neutral|政府が計画を発表した。|せいふがけいかくをはっぴょうした。|The government announced a plan.
国会|こっかい|National Diet; parliament|noun|neutral|国会は東京にあります。|こっかいはとうきょうにあります。|The Diet is in Tokyo.
首相|しゅしょう|prime minister|noun|neutral|首相が外国を訪れた。|しゅしょうががいこくをおとずれた。|The prime minister visited a foreign country.
大臣|だいじん|minister (of state)|noun|neutral|大臣が質問に答えた。|だいじんがしつもんにこたえた。|The minister answered the questions.
大統領|だいとうりょう|president|noun|neutral|新しい大統領が決まった。|あたらしいだいとうりょうがきまった。|A new president was chosen.
市長|しちょう|mayor|noun|neutral|市長が学校に来ました。|しちょうががっこうにきました。|The mayor came to our school.
政治家|せいじか|politician; statesman|noun|neutral|政治家の話を聞いた。|せいじかのはなしをきいた。|I listened to a politician's speech.
政党|せいとう|political party|noun|neutral|この国には政党が五つある。|このくににはせいとうがいつつある。|This country has five political parties.
選挙|せんきょ|election|noun|neutral|日曜日に選挙があります。|にちようびにせんきょがあります。|There is an election on Sunday.
投票|とうひょう|voting; poll|noun|neutral|十八歳から投票できる。|じゅうはっさいからとうひょうできる。|You can vote from the age of eighteen.
国民|こくみん|people (of a country); citizen|noun|neutral|国民の声を聞くべきだ。|こくみんのこえをきくべきだ。|They should listen to the voice of the people.
市民|しみん|citizen; citizens|noun|neutral|市民が公園を掃除した。|しみんがこうえんをそうじした。|The citizens cleaned the park.
権利|けんり|right; privilege|noun|neutral|子供にも権利があります。|こどもにもけんりがあります。|Children have rights too.
義務|ぎむ|duty; obligation|noun|neutral|税金を払うのは義務だ。|ぜいきんをはらうのはぎむだ。|Paying taxes is a duty.
自由|じゆう|freedom; liberty|noun|neutral|言論の自由は大切です。|げんろんのじゆうはたいせつです。|Freedom of speech is important.
平等|びょうどう|equality|noun|neutral|男女の平等を考える。|だんじょのびょうどうをかんがえる。|We think about the equality of men and women.
民主主義|みんしゅしゅぎ/minshu shugi|democracy|noun|neutral|学校で民主主義を学ぶ。|がっこうでみんしゅしゅぎをまなぶ。|We learn about democracy at school.
景気|けいき|business conditions; economy|noun|neutral|景気がよくなりました。|けいきがよくなりました。|Business conditions have improved.
貿易|ぼうえき|trade; foreign trade|noun|neutral|父は貿易の会社にいる。|ちちはぼうえきのかいしゃにいる。|My father is in a trading company.
輸出|ゆしゅつ|export|noun|neutral|日本は車を輸出します。|にほんはくるまをゆしゅつします。|Japan exports cars.
輸入|ゆにゅう|import|noun|neutral|果物を輸入しています。|くだものをゆにゅうしています。|We import fruit.
産業|さんぎょう|industry|noun|neutral|町の産業は漁業です。|まちのさんぎょうはぎょぎょうです。|The town's industry is fishing.
工業|こうぎょう|manufacturing industry|noun|neutral|この市は工業が盛んだ。|このしはこうぎょうがさかんだ。|Industry flourishes in this city.
農業|のうぎょう|agriculture|noun|neutral|農業をする人が減った。|のうぎょうをするひとがへった。|Fewer people do farming.
外交|がいこう|diplomacy|noun|neutral|外交の仕事がしたいです。|がいこうのしごとがしたいです。|I want to work in diplomacy.
国際|こくさい|international|noun|neutral|国際会議が開かれます。|こくさいかいぎがひらかれます。|An international conference will be held.
制度|せいど|system; institution|noun|neutral|保険の制度が変わります。|ほけんのせいどがかわります。|The insurance system is changing.
決める|きめる|to decide|verb|neutral|みんなで規則を決めよう。|みんなできそくをきめよう。|Let's decide the rules together.
変わる|かわる|to change|verb|neutral|社会は少しずつ変わる。|しゃかいはすこしずつかわる。|Society changes little by little.

# topic safety
= 安全と法律 | Law, safety and emergency | law, safety, emergency, emergencies, police, crime, disaster, disasters, fire, earthquake, earthquakes, rules, help, 安全, 法律, 警察, 災害, 緊急
安全|あんぜん|safety; security|na-adjective|neutral|ここは安全な町です。|ここはあんぜんなまちです。|This is a safe town.
危険|きけん|danger; peril|na-adjective|neutral|この川は危険です。|このかわはきけんです。|This river is dangerous.
注意|ちゅうい|attention; caution|noun|neutral|車に注意してください。|くるまにちゅういしてください。|Please watch out for cars.
警察|けいさつ|police|noun|neutral|すぐ警察に電話しよう。|すぐけいさつにでんわしよう。|Let's phone the police at once.
泥棒|どろぼう|thief; burglar|noun|neutral|夜、泥棒が入りました。|よる、どろぼうがはいりました。|A thief broke in at night.
犯人|はんにん|criminal; offender|noun|neutral|犯人はまだ捕まらない。|はんにんはまだつかまらない。|The criminal has not been caught yet.
犯罪|はんざい|crime; offence|noun|neutral|この町は犯罪が少ない。|このまちははんざいがすくない。|There is little crime in this town.
規則|きそく|rule; regulation|noun|neutral|学校の規則を守ります。|がっこうのきそくをまもります。|I follow the school rules.
裁判|さいばん|trial; judgement|noun|neutral|来月裁判が始まります。|らいげつさいばんがはじまります。|The trial begins next month.
裁判所|さいばんしょ|court; courthouse|noun|neutral|裁判所は市役所の隣だ。|さいばんしょはしやくしょのとなりだ。|The courthouse is next to the city hall.
証拠|しょうこ|evidence; proof|noun|neutral|彼が来た証拠があります。|かれがきたしょうこがあります。|There is evidence that he came.
禁止|きんし|prohibition; ban|noun|neutral|ここでは写真は禁止です。|ここではしゃしんはきんしです。|Photos are prohibited here.
地震|じしん|earthquake|noun|neutral|昨日の夜地震がありました。|きのうのよるじしんがありました。|There was an earthquake last night.
津波|つなみ|tsunami; tidal wave|noun|neutral|津波が来る前に逃げます。|つなみがくるまえににげます。|We flee before the tsunami comes.
火事|かじ|fire|noun|neutral|隣の町で火事がありました。|となりのまちでかじがありました。|There was a fire in the next town.
洪水|こうずい|flood|noun|neutral|大雨で洪水になった。|おおあめでこうずいになった。|The heavy rain led to a flood.
災害|さいがい|disaster; calamity|noun|neutral|災害のために水を買う。|さいがいのためにみずをかう。|I buy water in case of disaster.
避難|ひなん|evacuation; taking refuge|noun|neutral|学校に避難しました。|がっこうにひなんしました。|We took refuge in the school.
消防車|しょうぼうしゃ|fire engine|noun|neutral|消防車が三台来ました。|しょうぼうしゃがさんだいきました。|Three fire engines came.
消火器|しょうかき|fire extinguisher|noun|neutral|消火器は廊下にあります。|しょうかきはろうかにあります。|The fire extinguisher is in the corridor.
非常|ひじょう|emergency; extreme|noun|neutral|非常の時は階段を使う。|ひじょうのときはかいだんをつかう。|In an emergency use the stairs.
落とし物|おとしもの|lost property|noun|neutral|落とし物を交番に届けた。|おとしものをこうばんにとどけた。|I took the lost property to the police box.
迷子|まいご|lost child|noun|neutral|子供が駅で迷子になった。|こどもがえきでまいごになった。|The child got lost in the station.
助ける|たすける|to help; to save|verb|neutral|誰か助けてください！|だれかたすけてください！|Somebody please help!
逃げる|にげる|to escape; to run away|verb|neutral|早く外に逃げましょう。|はやくそとににげましょう。|Let's escape outside quickly.
盗む|ぬすむ|to steal|verb|neutral|自転車を盗まれました。|じてんしゃをぬすまれました。|My bicycle was stolen.
捕まえる|つかまえる|to catch; to arrest|verb|neutral|警察が泥棒を捕まえた。|けいさつがどろぼうをつかまえた。|The police caught the thief.
揺れる|ゆれる|to shake; to sway|verb|neutral|地震で家が揺れました。|じしんでいえがゆれました。|The house shook in the earthquake.
危ない|あぶない|dangerous; risky|i-adjective|neutral|道で遊ぶと危ないですよ。|みちであそぶとあぶないですよ。|It's dangerous to play in the road.

# topic science
= 科学 | Science | space, astronomy, scientific, experiment, experiments, physics, chemistry, biology, universe, planets, 宇宙, 理科, 実験
科学|かがく|science|noun|neutral|子供の時から科学が好きだ。|こどものときからかがくがすきだ。|I have liked science since I was a child.
実験|じっけん|experiment|noun|neutral|学校で水の実験をした。|がっこうでみずのじっけんをした。|We did an experiment with water at school.
結果|けっか|result; outcome|noun|neutral|実験の結果を書きます。|じっけんのけっかをかきます。|We write down the result of the experiment.
原因|げんいん|cause; origin|noun|neutral|事故の原因を調べます。|じこのげんいんをしらべます。|We investigate the cause of the accident.
宇宙|うちゅう|universe; space|noun|neutral|宇宙はどのくらい広いですか。|うちゅうはどのくらいひろいですか。|How big is the universe?
地球|ちきゅう|the earth; globe|noun|neutral|地球は太陽を回っている。|ちきゅうはたいようをまわっている。|The earth goes round the sun.
太陽|たいよう|sun|noun|neutral|太陽が山の上に出た。|たいようがやまのうえにでた。|The sun came up over the mountain.
月|つき|moon|noun|neutral|今夜は月が明るいです。|こんやはつきがあかるいです。|The moon is bright tonight.
星|ほし|star|noun|neutral|田舎では星がよく見える。|いなかではほしがよくみえる。|You can see the stars well in the country.
惑星|わくせい|planet|noun|neutral|一番大きい惑星は木星だ。|いちばんおおきいわくせいはもくせいだ。|The biggest planet is Jupiter.
銀河|ぎんが|galaxy; Milky Way|noun|neutral|この銀河はとても遠い。|このぎんがはとてもとおい。|This galaxy is very far away.
宇宙飛行士|うちゅうひこうし/uchuu hikoushi|astronaut|noun|neutral|宇宙飛行士が地球に帰る。|うちゅうひこうしがちきゅうにかえる。|The astronauts return to earth.
望遠鏡|ぼうえんきょう|telescope|noun|neutral|望遠鏡で月を見ました。|ぼうえんきょうでつきをみました。|I looked at the moon through a telescope.
顕微鏡|けんびきょう|microscope|noun|neutral|顕微鏡で葉を見ます。|けんびきょうではをみます。|We look at a leaf under the microscope.
光|ひかり|light|noun|neutral|光は音より速いです。|ひかりはおとよりはやいです。|Light is faster than sound.
影|かげ|shadow; silhouette|noun|neutral|夕方は影が長くなります。|ゆうがたはかげがながくなります。|Shadows grow long in the evening.
空気|くうき|air; atmosphere|noun|neutral|山は空気がきれいです。|やまはくうきがきれいです。|The air is clean in the mountains.
温度|おんど|temperature|noun|neutral|水の温度を測りました。|みずのおんどをはかりました。|I measured the temperature of the water.
重さ|おもさ|weight|noun|neutral|石の重さを比べました。|いしのおもさをくらべました。|We compared the weights of the stones.
長さ|ながさ|length|noun|neutral|橋の長さは百メートルです。|はしのながさはひゃくメートルです。|The length of the bridge is a hundred metres.
速度|そくど|speed; velocity|noun|neutral|電車の速度が上がった。|でんしゃのそくどがあがった。|The train's speed went up.
金属|きんぞく|metal|noun|neutral|金属は熱を伝えます。|きんぞくはねつをつたえます。|Metal conducts heat.
鉄|てつ|iron|noun|neutral|この橋は鉄でできている。|このはしはてつでできている。|This bridge is made of iron.
酸素|さんそ|oxygen|noun|neutral|山の上は酸素が少ない。|やまのうえはさんそがすくない。|There is little oxygen on top of a mountain.
細胞|さいぼう|cell|noun|neutral|体は細胞でできている。|からだはさいぼうでできている。|The body is made of cells.
恐竜|きょうりゅう|dinosaur|noun|neutral|博物館に恐竜の骨がある。|はくぶつかんにきょうりゅうのほねがある。|There are dinosaur bones in the museum.
計算|けいさん|calculation|noun|neutral|妹は計算が速いです。|いもうとはけいさんがはやいです。|My sister is quick at calculation.
測る|はかる|to measure|verb|neutral|部屋の広さを測った。|へやのひろさをはかった。|I measured the size of the room.
見つける|みつける|to discover; to find|verb|neutral|新しい星を見つけました。|あたらしいほしをみつけました。|They discovered a new star.

# topic environment
= 環境 | Environment | ecology, pollution, recycling, energy, climate change, sustainability, waste, global warming, 環境問題, エネルギー, リサイクル
環境|かんきょう|environment|noun|neutral|環境を守りましょう。|かんきょうをまもりましょう。|Let's protect the environment.
環境問題|かんきょうもんだい/kankyou mondai|environmental problem|noun|neutral|環境問題の本を読んだ。|かんきょうもんだいのほんをよんだ。|I read a book on environmental problems.
公害|こうがい|pollution|noun|neutral|昔この川に公害があった。|むかしこのかわにこうがいがあった。|This river was once polluted.
汚染|おせん|pollution; contamination|noun|neutral|海の汚染が心配です。|うみのおせんがしんぱいです。|I'm worried about the pollution of the sea.
温暖化|おんだんか|global warming; warming|noun|neutral|温暖化で氷が減った。|おんだんかでこおりがへった。|The ice has shrunk because of global warming.
気候|きこう|climate|noun|neutral|この島は気候がいいです。|このしまはきこうがいいです。|This island has a good climate.
空気|くうき|air; atmosphere|noun|neutral|町の空気が汚れている。|まちのくうきがよごれている。|The air of the town is dirty.
大気|たいき|atmosphere|noun|neutral|大気の温度が上がる。|たいきのおんどがあがる。|The temperature of the atmosphere rises.
資源|しげん|resources|noun|neutral|日本は資源が少ない国だ。|にほんはしげんがすくないくにだ。|Japan is a country with few resources.
石油|せきゆ|oil; petroleum|noun|neutral|石油は船で運ばれます。|せきゆはふねではこばれます。|Oil is carried by ship.
石炭|せきたん|coal|noun|neutral|昔は石炭を使っていた。|むかしはせきたんをつかっていた。|In the past they used coal.
エネルギー|エネルギー|energy|noun|neutral|太陽のエネルギーを使う。|たいようのエネルギーをつかう。|We use the energy of the sun.
発電|はつでん|generation of electricity; power generation|noun|neutral|風で発電しています。|かぜではつでんしています。|They generate electricity from wind.
原子力|げんしりょく|atomic energy; nuclear power|noun|neutral|原子力について話し合う。|げんしりょくについてはなしあう。|We discuss nuclear power.
節約|せつやく|saving; economising|noun|neutral|電気を節約しましょう。|でんきをせつやくしましょう。|Let's save electricity.
節電|せつでん|saving electricity|noun|neutral|夏は節電が大切です。|なつはせつでんがたいせつです。|Saving electricity is important in summer.
再利用|さいりよう|reuse; recycling|noun|neutral|古い紙を再利用する。|ふるいかみをさいりようする。|We reuse old paper.
リサイクル|リサイクル|recycling|noun|neutral|瓶はリサイクルできます。|びんはリサイクルできます。|Bottles can be recycled.
分別|ぶんべつ|separation; classification (of rubbish)|noun|neutral|ごみの分別は難しいです。|ごみのぶんべつはむずかしいです。|Sorting the rubbish is difficult.
燃えるごみ|もえるごみ/moeru gomi|burnable garbage|noun|neutral|燃えるごみは月曜日です。|もえるごみはげつようびです。|Burnable garbage is on Mondays.
排気ガス|はいきガス/haiki gasu|exhaust fumes|noun|neutral|車の排気ガスが多いです。|くるまのはいきガスがおおいです。|There are a lot of car exhaust fumes.
電気自動車|でんきじどうしゃ/denki jidousha|electric car|noun|neutral|電気自動車は静かです。|でんきじどうしゃはしずかです。|Electric cars are quiet.
絶滅|ぜつめつ|extinction|noun|neutral|この鳥は絶滅しました。|このとりはぜつめつしました。|This bird has become extinct.
保護|ほご|protection; conservation|noun|neutral|野生の動物を保護する。|やせいのどうぶつをほごする。|We protect wild animals.
野生|やせい|wild|noun|neutral|野生の猿を見ました。|やせいのさるをみました。|I saw wild monkeys.
森林|しんりん|forest; woods|noun|neutral|森林が年々減っている。|しんりんがねんねんへっている。|The forests shrink year by year.
捨てる|すてる|to throw away; to discard|verb|neutral|ごみを川に捨てないで。|ごみをかわにすてないで。|Don't throw rubbish in the river.
燃やす|もやす|to burn|verb|neutral|ここで紙を燃やすな。|ここでかみをもやすな。|Don't burn paper here.
減らす|へらす|to decrease|verb|neutral|ごみを減らしたいです。|ごみをへらしたいです。|I want to reduce rubbish.
汚れる|よごれる|to get dirty|verb|neutral|海が汚れてきました。|うみがよごれてきました。|The sea has become dirty.

# topic verbs
= 基本の動詞 | Basic verbs | verbs, verb, actions, common verbs, everyday verbs, action words, movement, 動詞
する|する|to do|verb|neutral|午後は何をしますか。|ごごはなにをしますか。|What are you doing this afternoon?
ある|ある|to be; to exist; to have|verb|neutral|机の上に辞書がある。|つくえのうえにじしょがある。|There is a dictionary on the desk.
いる|いる|to be (of animate objects); to exist|verb|neutral|弟は部屋にいます。|おとうとはへやにいます。|My brother is in his room.
なる|なる|to become|verb|neutral|将来は先生になりたい。|しょうらいはせんせいになりたい。|I want to become a teacher in the future.
分かる|わかる|to understand|verb|neutral|この文が分かりますか。|このぶんがわかりますか。|Do you understand this sentence?
知る|しる|to know|verb|neutral|彼の名前を知っている。|かれのなまえをしっている。|I know his name.
思う|おもう|to think; to believe|verb|neutral|明日は雨だと思います。|あしたはあめだとおもいます。|I think it will rain tomorrow.
考える|かんがえる|to think about; to consider|verb|neutral|もう少し考えてください。|もうすこしかんがえてください。|Please think about it a little more.
持つ|もつ|to hold; to have|verb|neutral|傘を持って行きなさい。|かさをもっていきなさい。|Take an umbrella with you.
作る|つくる|to make|verb|neutral|紙で箱を作りました。|かみではこをつくりました。|I made a box out of paper.
取る|とる|to take; to pick up|verb|neutral|その塩を取ってください。|そのしおをとってください。|Please pass me that salt.
出す|だす|to take out; to submit|verb|neutral|かばんから本を出しました。|かばんからほんをだしました。|I took a book out of my bag.
入れる|いれる|to put in; to insert|verb|neutral|かばんに弁当を入れた。|かばんにべんとうをいれた。|I put my lunch in my bag.
開ける|あける|to open|verb|neutral|箱を開けてもいいですか。|はこをあけてもいいですか。|May I open the box?
閉める|しめる|to close; to shut|verb|neutral|窓を閉めてください。|まどをしめてください。|Please close the window.
立つ|たつ|to stand; to stand up|verb|neutral|ドアの前に立っている。|ドアのまえにたっている。|He is standing in front of the door.
座る|すわる|to sit|verb|neutral|ここに座りましょう。|ここにすわりましょう。|Let's sit here.
歩く|あるく|to walk|verb|neutral|駅まで歩きました。|えきまであるきました。|I walked to the station.
入る|はいる|to enter; to go into|verb|neutral|静かに部屋に入った。|しずかにへやにはいった。|I went quietly into the room.
出る|でる|to leave; to go out|verb|neutral|七時半に家を出ます。|しちじはんにいえをでます。|I leave home at half past seven.
会う|あう|to meet|verb|neutral|駅の前で会いましょう。|えきのまえであいましょう。|Let's meet in front of the station.
あげる|あげる|to give|verb|neutral|妹に本をあげました。|いもうとにほんをあげました。|I gave my sister a book.
くれる|くれる|to give (to me)|verb|neutral|友達が花をくれました。|ともだちがはなをくれました。|A friend gave me flowers.
もらう|もらう|to receive; to get|verb|neutral|父に時計をもらいました。|ちちにとけいをもらいました。|I got a watch from my father.
貸す|かす|to lend|verb|neutral|ペンを貸してくれますか。|ペンをかしてくれますか。|Will you lend me a pen?
返す|かえす|to return (something)|verb|neutral|図書館に本を返した。|としょかんにほんをかえした。|I returned the book to the library.
見せる|みせる|to show|verb|neutral|その写真を見せて。|そのしゃしんをみせて。|Show me that photo.
探す|さがす|to look for; to search for|verb|neutral|鍵を探しています。|かぎをさがしています。|I'm looking for my key.
落とす|おとす|to drop; to lose|verb|neutral|道で財布を落とした。|みちでさいふをおとした。|I dropped my wallet on the road.
拾う|ひろう|to pick up; to find|verb|neutral|道でお金を拾いました。|みちでおかねをひろいました。|I found some money on the road.
始める|はじめる|to start; to begin|verb|neutral|では授業を始めます。|ではじゅぎょうをはじめます。|Well, let's start the lesson.
続ける|つづける|to continue; to keep on|verb|neutral|毎日練習を続けます。|まいにちれんしゅうをつづけます。|I keep practising every day.
運ぶ|はこぶ|to carry; to transport|verb|neutral|重い机を二人で運んだ。|おもいつくえをふたりではこんだ。|Two of us carried the heavy desk.

# topic i-adjectives
= 形容詞 | I-adjectives | adjectives, adjective, describing things, description, opposites, describing words, い形容詞
大きい|おおきい|big; large|i-adjective|neutral|大きい声で読みなさい。|おおきいこえでよみなさい。|Read in a loud voice.
小さい|ちいさい|small; little|i-adjective|neutral|字が小さくて読めない。|じがちいさくてよめない。|The letters are so small I can't read them.
新しい|あたらしい|new|i-adjective|neutral|新しい靴で出かけた。|あたらしいくつででかけた。|I went out in my new shoes.
良い|よい|good|i-adjective|neutral|良い一日を過ごした。|よいいちにちをすごした。|I had a good day.
いい|いい|good|i-adjective|neutral|この店はとてもいい。|このみせはとてもいい。|This shop is very good.
悪い|わるい|bad|i-adjective|neutral|今日は天気が悪い。|きょうはてんきがわるい。|The weather is bad today.
長い|ながい|long|i-adjective|neutral|長い手紙を書きました。|ながいてがみをかきました。|I wrote a long letter.
短い|みじかい|short|i-adjective|neutral|冬は昼が短いです。|ふゆはひるがみじかいです。|In winter the days are short.
早い|はやい|early; fast|i-adjective|neutral|父は朝が早いです。|ちちはあさがはやいです。|My father gets up early.
速い|はやい|fast; quick|i-adjective|neutral|新幹線はとても速い。|しんかんせんはとてもはやい。|The bullet train is very fast.
遅い|おそい|slow; late|i-adjective|neutral|兄は帰りが遅いです。|あにはかえりがおそいです。|My brother comes home late.
重い|おもい|heavy|i-adjective|neutral|この荷物は重いですね。|このにもつはおもいですね。|This luggage is heavy, isn't it?
軽い|かるい|light; not heavy|i-adjective|neutral|軽いかばんが欲しいです。|かるいかばんがほしいです。|I want a light bag.
太い|ふとい|thick; fat|i-adjective|neutral|太い木の枝に座った。|ふといきのえだにすわった。|I sat on a thick branch of the tree.
細い|ほそい|thin; slender|i-adjective|neutral|細い道を歩きました。|ほそいみちをあるきました。|I walked along a narrow path.
多い|おおい|many; numerous|i-adjective|neutral|今週は宿題が多い。|こんしゅうはしゅくだいがおおい。|There is a lot of homework this week.
少ない|すくない|few; little|i-adjective|neutral|客が少ない日でした。|きゃくがすくないひでした。|It was a day with few customers.
近い|ちかい|near; close|i-adjective|neutral|学校は家から近いです。|がっこうはいえからちかいです。|The school is near my home.
熱い|あつい|hot (to the touch)|i-adjective|neutral|お茶が熱くて飲めない。|おちゃがあつくてのめない。|The tea is too hot to drink.
易しい|やさしい|easy; simple|i-adjective|neutral|易しい本から読みます。|やさしいほんからよみます。|I start reading with easy books.
若い|わかい|young|i-adjective|neutral|若い人が多い会社です。|わかいひとがおおいかいしゃです。|It's a company with many young people.
暗い|くらい|dark; gloomy|i-adjective|neutral|外はもう暗いです。|そとはもうくらいです。|It's already dark outside.
柔らかい|やわらかい|soft; tender|i-adjective|neutral|このパンは柔らかいね。|このパンはやわらかいね。|This bread is soft, isn't it?
硬い|かたい|hard; solid|i-adjective|neutral|この肉は少し硬い。|このにくはすこしかたい。|This meat is a bit tough.
美しい|うつくしい|beautiful; lovely|i-adjective|neutral|富士山は美しい山です。|ふじさんはうつくしいやまです。|Mt. Fuji is a beautiful mountain.
素晴らしい|すばらしい|wonderful; splendid|i-adjective|neutral|素晴らしい景色だった。|すばらしいけしきだった。|The scenery was wonderful.
正しい|ただしい|right; correct|i-adjective|neutral|正しい答えはどれですか。|ただしいこたえはどれですか。|Which is the right answer?
珍しい|めずらしい|rare; unusual|i-adjective|neutral|珍しい鳥を見ました。|めずらしいとりをみました。|I saw a rare bird.
汚い|きたない|dirty; filthy|i-adjective|neutral|手が汚いから洗って。|てがきたないからあらって。|Your hands are dirty, so wash them.
かわいい|かわいい|cute; charming|i-adjective|neutral|かわいい子猫が生まれた。|かわいいこねこがうまれた。|A cute kitten was born.
うるさい|うるさい|noisy; loud|i-adjective|neutral|隣の部屋がうるさいです。|となりのへやがうるさいです。|The room next door is noisy.
つまらない|つまらない|boring; dull|i-adjective|neutral|その映画はつまらない。|そのえいがはつまらない。|That film is boring.

# topic na-adjectives
= 形容動詞 | Na-adjectives | na adjectives, adjectival nouns, qualities, な形容詞
きれい|きれい|pretty; clean|na-adjective|neutral|部屋をきれいにします。|へやをきれいにします。|I make my room clean.
有名|ゆうめい|famous|na-adjective|neutral|ここは有名な寺です。|ここはゆうめいなてらです。|This is a famous temple.
便利|べんり|convenient; useful|na-adjective|neutral|駅が近くて便利です。|えきがちかくてべんりです。|The station is near, which is convenient.
不便|ふべん|inconvenient; inconvenience|na-adjective|neutral|車がないと不便です。|くるまがないとふべんです。|It's inconvenient without a car.
簡単|かんたん|easy; simple|na-adjective|neutral|簡単な料理を作ろう。|かんたんなりょうりをつくろう。|Let's make a simple dish.
複雑|ふくざつ|complicated; complex|na-adjective|neutral|この話は複雑です。|このはなしはふくざつです。|This story is complicated.
大切|たいせつ|important; precious|na-adjective|neutral|家族は一番大切です。|かぞくはいちばんたいせつです。|Family is the most important thing.
大事|だいじ|important; serious|na-adjective|neutral|大事な話があります。|だいじなはなしがあります。|I have something important to say.
大丈夫|だいじょうぶ|all right; OK|na-adjective|neutral|もう大丈夫ですよ。|もうだいじょうぶですよ。|It's all right now.
上手|じょうず|skillful; good at|na-adjective|neutral|日本語が上手になった。|にほんごがじょうずになった。|Your Japanese has become good.
下手|へた|unskillful; poor at|na-adjective|neutral|私は料理が下手です。|わたしはりょうりがへたです。|I'm poor at cooking.
得意|とくい|strong point; forte|na-adjective|neutral|得意な科目は英語です。|とくいなかもくはえいごです。|My strong subject is English.
苦手|にがて|poor at; not very fond of|na-adjective|neutral|朝早いのは苦手です。|あさはやいのはにがてです。|I'm not good with early mornings.
丈夫|じょうぶ|strong; durable|na-adjective|neutral|丈夫な靴を買いたい。|じょうぶなくつをかいたい。|I want to buy strong shoes.
必要|ひつよう|necessary; necessity|na-adjective|neutral|旅行にお金が必要だ。|りょこうにおかねがひつようだ。|Money is necessary for travel.
特別|とくべつ|special; particular|na-adjective|neutral|今日は特別な日です。|きょうはとくべつなひです。|Today is a special day.
変|へん|strange; odd|na-adjective|neutral|変な音が聞こえます。|へんなおとがきこえます。|I can hear a strange sound.
無理|むり|impossible; unreasonable|na-adjective|neutral|一日では無理です。|いちにちではむりです。|It's impossible in one day.
無駄|むだ|useless; futile|na-adjective|neutral|無駄な物を買うな。|むだなものをかうな。|Don't buy useless things.
急|きゅう|sudden; urgent|na-adjective|neutral|急な用事ができました。|きゅうなようじができました。|Something urgent has come up.
十分|じゅうぶん|enough; sufficient|na-adjective|neutral|お金は十分あります。|おかねはじゅうぶんあります。|There is enough money.
確か|たしか|certain; sure|na-adjective|neutral|それは確かな話ですか。|それはたしかなはなしですか。|Is that certain?
豊か|ゆたか|rich; abundant|na-adjective|neutral|水が豊かな土地です。|みずがゆたかなとちです。|It's a land rich in water.
新鮮|しんせん|fresh|na-adjective|neutral|新鮮な魚を食べました。|しんせんなさかなをたべました。|We ate fresh fish.
立派|りっぱ|splendid; fine|na-adjective|neutral|立派な家に住んでいる。|りっぱないえにすんでいる。|They live in a splendid house.
嫌|いや|disagreeable; unpleasant|na-adjective|neutral|嫌な夢を見ました。|いやなゆめをみました。|I had an unpleasant dream.
駄目|だめ|no good; hopeless|na-adjective|neutral|今日は何をしても駄目だ。|きょうはなにをしてもだめだ。|Whatever I do today is no good.
素敵|すてき|lovely; wonderful|na-adjective|neutral|素敵な帽子ですね。|すてきなぼうしですね。|What a lovely hat.
熱心|ねっしん|eager; enthusiastic|na-adjective|neutral|熱心に話を聞いた。|ねっしんにはなしをきいた。|They listened eagerly.
邪魔|じゃま|hindrance; obstacle|na-adjective|neutral|この箱は邪魔ですね。|このはこはじゃまですね。|This box is in the way, isn't it?
楽|らく|comfortable; easy|na-adjective|neutral|この椅子は楽です。|このいすはらくです。|This chair is comfortable.
盛ん|さかん|thriving; popular|na-adjective|neutral|この国は水泳が盛んだ。|このくにはすいえいがさかんだ。|Swimming is popular in this country.

# topic adverbs
= 副詞 | Adverbs | adverb, frequency, frequency words, degree, time expressions, how often, 頻度
いつも|いつも|always; usually|adverb|neutral|朝はいつもパンです。|あさはいつもパンです。|In the morning I always have bread.
よく|よく|often; well|adverb|neutral|この店によく来ます。|このみせによくきます。|I often come to this shop.
時々|ときどき|sometimes|adverb|neutral|時々母に電話します。|ときどきははにでんわします。|I sometimes phone my mother.
たまに|たまに|occasionally; once in a while|adverb|neutral|たまに映画を見ます。|たまにえいがをみます。|I occasionally watch films.
あまり|あまり|not very; not much|adverb|neutral|肉はあまり食べません。|にくはあまりたべません。|I don't eat much meat.
全然|ぜんぜん|not at all|adverb|neutral|全然分かりません。|ぜんぜんわかりません。|I don't understand at all.
とても|とても|very; awfully|adverb|neutral|今日はとても寒いです。|きょうはとてもさむいです。|It's very cold today.
もう|もう|already; soon|adverb|neutral|もう宿題をしました。|もうしゅくだいをしました。|I've already done my homework.
まだ|まだ|still; not yet|adverb|neutral|雨はまだ降っている。|あめはまだふっている。|It's still raining.
すぐ|すぐ|immediately; soon|adverb|neutral|すぐ行きますから。|すぐいきますから。|I'll come immediately.
また|また|again; also|adverb|neutral|また電話してください。|またでんわしてください。|Please call again.
多分|たぶん|perhaps; probably|adverb|neutral|彼は多分来ません。|かれはたぶんきません。|He probably won't come.
きっと|きっと|surely; certainly|adverb|neutral|明日はきっと晴れます。|あしたはきっとはれます。|It will surely be fine tomorrow.
ちょっと|ちょっと|a little; somewhat|adverb|casual|ちょっと待ってね。|ちょっとまってね。|Wait a moment.
少し|すこし|a little; a few|adverb|neutral|日本語を少し話します。|にほんごをすこしはなします。|I speak a little Japanese.
たくさん|たくさん|many; a lot|adverb|neutral|本をたくさん買った。|ほんをたくさんかった。|I bought many books.
もっと|もっと|more|adverb|neutral|もっと食べてください。|もっとたべてください。|Please eat some more.
ずっと|ずっと|all the time; continuously|adverb|neutral|朝からずっと家にいる。|あさからずっといえにいる。|I've been at home all the time since morning.
ゆっくり|ゆっくり|slowly; at ease|adverb|neutral|もっとゆっくり歩こう。|もっとゆっくりあるこう。|Let's walk more slowly.
一緒に|いっしょに/issho ni|together; at the same time|adverb|neutral|一緒に帰りませんか。|いっしょにかえりませんか。|Shall we go home together?
初めて|はじめて|for the first time|adverb|neutral|初めて雪を見ました。|はじめてゆきをみました。|I saw snow for the first time.
やっと|やっと|at last; finally|adverb|neutral|やっと仕事が終わった。|やっとしごとがおわった。|The work is finished at last.
特に|とくに|particularly; especially|adverb|neutral|果物、特に桃が好きだ。|くだもの、とくにももがすきだ。|I like fruit, especially peaches.
必ず|かならず|without fail; always|adverb|neutral|必ず返事をください。|かならずへんじをください。|Please reply without fail.
大体|だいたい|generally; approximately|adverb|neutral|話は大体分かりました。|はなしはだいたいわかりました。|I generally understood the story.
ほとんど|ほとんど|almost; mostly|adverb|neutral|お金がほとんどない。|おかねがほとんどない。|I have almost no money.
最近|さいきん|recently; lately|adverb|neutral|最近よく眠れません。|さいきんよくねむれません。|I can't sleep well lately.
そろそろ|そろそろ|soon; gradually|adverb|neutral|そろそろ帰りましょう。|そろそろかえりましょう。|Let's go home soon.
なるべく|なるべく|as much as possible|adverb|neutral|なるべく早く来てね。|なるべくはやくきてね。|Come as early as possible.
急に|きゅうに/kyuu ni|suddenly|adverb|neutral|急に雨が降り出した。|きゅうにあめがふりだした。|It suddenly began to rain.
本当に|ほんとうに|really; truly|adverb|neutral|本当に助かりました。|ほんとうにたすかりました。|You really helped me.
やはり|やはり|as expected; after all|adverb|neutral|やはり母の料理が一番だ。|やはりははのりょうりがいちばんだ。|My mother's cooking is the best after all.

# topic greetings
= 挨拶 | Greetings | greeting, set phrases, phrases, everyday phrases, useful phrases, hello, goodbye, thanks, polite phrases, conversation, あいさつ, 日常会話
おはようございます|おはようございます/ohayou gozaimasu|good morning|expression|polite|先生、おはようございます。|せんせい、おはようございます。|Good morning, teacher.
こんにちは|こんにちは/konnichiwa|hello; good afternoon|expression|neutral|こんにちは、いい天気ですね。|こんにちは、いいてんきですね。|Hello, nice weather, isn't it?
こんばんは|こんばんは/konbanwa|good evening|expression|neutral|こんばんは、寒いですね。|こんばんは、さむいですね。|Good evening, cold, isn't it?
お休みなさい|おやすみなさい/oyasumi nasai|good night|expression|polite|もう寝ます。お休みなさい。|もうねます。おやすみなさい。|I'm going to bed. Good night.
さようなら|さようなら|goodbye|expression|neutral|皆さん、さようなら。|みなさん、さようなら。|Goodbye, everyone.
またね|またね/mata ne|see you later|expression|casual|じゃあ、またね。|じゃあ、またね。|Well, see you later.
ありがとう|ありがとう|thank you; thanks|expression|casual|手伝ってくれてありがとう。|てつだってくれてありがとう。|Thank you for helping me.
ありがとうございます|ありがとうございます/arigatou gozaimasu|thank you|expression|polite|本当にありがとうございます。|ほんとうにありがとうございます。|Thank you very much indeed.
どういたしまして|どういたしまして/dou itashimashite|you're welcome|expression|polite|いいえ、どういたしまして。|いいえ、どういたしまして。|No, you're welcome.
すみません|すみません|excuse me; I'm sorry|expression|polite|すみません、水をください。|すみません、みずをください。|Excuse me, water, please.
ごめんなさい|ごめんなさい/gomen nasai|I'm sorry; forgive me|expression|neutral|遅れてごめんなさい。|おくれてごめんなさい。|I'm sorry I'm late.
お願いします|おねがいします/onegai shimasu|please (asking for something)|expression|polite|切符を二枚お願いします。|きっぷをにまいおねがいします。|Two tickets, please.
どうぞ|どうぞ|please; here you are|adverb|polite|どうぞ入ってください。|どうぞはいってください。|Please come in.
どうも|どうも|thanks; very|adverb|neutral|どうもありがとう。|どうもありがとう。|Thank you very much.
初めまして|はじめまして|how do you do; nice to meet you|expression|polite|初めまして、山田です。|はじめまして、やまだです。|How do you do, I'm Yamada.
よろしくお願いします|よろしくおねがいします/yoroshiku onegai shimasu|pleased to meet you; I look forward to working with you|expression|polite|今日からよろしくお願いします。|きょうからよろしくおねがいします。|I look forward to working with you from today.
失礼します|しつれいします/shitsurei shimasu|excuse me (entering or leaving)|expression|humble|お先に失礼します。|おさきにしつれいします。|Excuse me for leaving before you.
お邪魔します|おじゃまします/ojama shimasu|excuse me for disturbing you|expression|humble|こんばんは、お邪魔します。|こんばんは、おじゃまします。|Good evening, excuse me for disturbing you.
お疲れ様でした|おつかれさまでした/otsukaresama deshita|thank you for your hard work|expression|polite|今日はお疲れ様でした。|きょうはおつかれさまでした。|Thank you for your hard work today.
おめでとうございます|おめでとうございます/omedetou gozaimasu|congratulations|expression|polite|ご結婚おめでとうございます。|ごけっこんおめでとうございます。|Congratulations on your marriage.
久しぶり|ひさしぶり|a long time (since the last time)|expression|casual|久しぶりに会えて嬉しい。|ひさしぶりにあえてうれしい。|I'm happy to see you after such a long time.
はい|はい|yes|interjection|polite|はい、そうです。|はい、そうです。|Yes, that's right.
いいえ|いいえ|no|interjection|polite|いいえ、違います。|いいえ、ちがいます。|No, it isn't.
うん|うん|yes; yeah|interjection|casual|うん、いいよ。|うん、いいよ。|Yeah, all right.
いただきます|いただきます|thank you (for the meal just served)|expression|humble|では、いただきます。|では、いただきます。|Well then, thank you for the meal.
行ってきます|いってきます/itte kimasu|I'm off; see you later|expression|neutral|お母さん、行ってきます。|おかあさん、いってきます。|Mum, I'm off.
行ってらっしゃい|いってらっしゃい|have a good day; take care|expression|neutral|気をつけて行ってらっしゃい。|きをつけていってらっしゃい。|Take care and have a good day.
ただいま|ただいま|I'm home|expression|neutral|ただいま、お腹が空いた。|ただいま、おなかがすいた。|I'm home, and I'm hungry.
お帰りなさい|おかえりなさい/okaeri nasai|welcome home|expression|polite|お帰りなさい、早かったね。|おかえりなさい、はやかったね。|Welcome home, you're early.
頑張って|がんばって|do your best; hang in there|expression|casual|明日の試験、頑張って。|あしたのしけん、がんばって。|Do your best in tomorrow's exam.
気をつける|きをつける/ki o tsukeru|to be careful; to pay attention|expression|neutral|車に気をつけてください。|くるまにきをつけてください。|Please be careful of cars.
ごちそうさまでした|ごちそうさまでした/gochisousama deshita|thank you for the meal (said after it)|expression|polite|ごちそうさまでした。おいしかったです。|ごちそうさまでした。おいしかったです。|Thank you for the meal. It was delicious.
気をつけて|きをつけて/ki o tsukete|take care|expression|casual|寒いから気をつけて。|さむいからきをつけて。|It's cold, so take care.
お先に失礼します|おさきにしつれいします/osaki ni shitsurei shimasu|excuse me for leaving before you|expression|humble|では、お先に失礼します。|では、おさきにしつれいします。|Well, excuse me for leaving before you.
そうです|そうです/sou desu|that's right|expression|polite|はい、そうです。|はい、そうです。|Yes, that's right.

# topic honorifics
= 敬語 | Honorific and humble language | honorific, honorifics, keigo, humble, respectful language, formal japanese, politeness, polite japanese, polite speech, 尊敬語, 謙譲語, 丁寧語
いらっしゃる|いらっしゃる|to be; to come; to go|verb|honorific|先生は研究室にいらっしゃいます。|せんせいはけんきゅうしつにいらっしゃいます。|The professor is in his office.
おっしゃる|おっしゃる|to say; to speak|verb|honorific|社長は何とおっしゃいましたか。|しゃちょうはなんとおっしゃいましたか。|What did the president say?
召し上がる|めしあがる|to eat; to drink|verb|honorific|どうぞ召し上がってください。|どうぞめしあがってください。|Please help yourself.
なさる|なさる|to do|verb|honorific|週末は何をなさいますか。|しゅうまつはなにをなさいますか。|What are you doing at the weekend?
ご覧になる|ごらんになる/goran ni naru|to see; to look|verb|honorific|この絵をご覧になりましたか。|このえをごらんになりましたか。|Have you seen this picture?
くださる|くださる|to give; to confer|verb|honorific|先生が本をくださいました。|せんせいがほんをくださいました。|The teacher gave me a book.
ご存知|ごぞんじ|knowing|noun|honorific|この歌をご存知ですか。|このうたをごぞんじですか。|Do you know this song?
お越し|おこし|coming|noun|honorific|また日本へお越しください。|またにほんへおこしください。|Please come to Japan again.
見える|みえる|to come; to appear|verb|honorific|お客様が見えました。|おきゃくさまがみえました。|The guest has come.
お客様|おきゃくさま|guest; customer|noun|honorific|お客様がお待ちです。|おきゃくさまがおまちです。|A customer is waiting.
方|かた|person|noun|honorific|あの方が校長先生です。|あのかたがこうちょうせんせいです。|That person is the principal.
どなた|どなた|who|pronoun|honorific|失礼ですが、どなたですか。|しつれいですが、どなたですか。|Excuse me, who are you?
お宅|おたく|your house; your home|noun|honorific|先生のお宅はどちらですか。|せんせいのおたくはどちらですか。|Where is your house, teacher?
ご主人|ごしゅじん|your husband; her husband|noun|honorific|ご主人はお元気ですか。|ごしゅじんはおげんきですか。|How is your husband?
奥さん|おくさん|wife; your wife|noun|honorific|奥さんによろしく。|おくさんによろしく。|Give my regards to your wife.
参る|まいる|to go; to come|verb|humble|明日三時に参ります。|あしたさんじにまいります。|I will come at three tomorrow.
申す|もうす|to say; to be called|verb|humble|私は田中と申します。|わたしはたなかともうします。|My name is Tanaka.
申し上げる|もうしあげる|to say; to tell|verb|humble|お礼を申し上げます。|おれいをもうしあげます。|I express my thanks.
いただく|いただく|to receive; to eat; to drink|verb|humble|お茶をいただきました。|おちゃをいただきました。|I had some tea.
いたす|いたす|to do|verb|humble|その仕事は私がいたします。|そのしごとはわたしがいたします。|I will do that work.
伺う|うかがう|to visit; to ask|verb|humble|来週会社に伺います。|らいしゅうかいしゃにうかがいます。|I will visit your company next week.
拝見する|はいけんする/haiken suru|to see; to look at|verb|humble|お手紙を拝見しました。|おてがみをはいけんしました。|I have read your letter.
差し上げる|さしあげる|to give; to offer|verb|humble|お客様にお茶を差し上げる。|おきゃくさまにおちゃをさしあげる。|I offer the guest tea.
おる|おる|to be; to exist|verb|humble|午後は事務所におります。|ごごはじむしょにおります。|I am in the office in the afternoon.
存じる|ぞんじる|to know; to think|verb|humble|その話は存じております。|そのはなしはぞんじております。|I know about that.
承る|うけたまわる|to hear; to take (an order)|verb|humble|ご注文を承ります。|ごちゅうもんをうけたまわります。|I will take your order.
お目にかかる|おめにかかる/ome ni kakaru|to meet|verb|humble|昨日社長にお目にかかった。|きのうしゃちょうにおめにかかった。|I met the president yesterday.
頂戴する|ちょうだいする/choudai suru|to receive; to be given|verb|humble|お手紙を頂戴しました。|おてがみをちょうだいしました。|I have received your letter.
かしこまりました|かしこまりました|certainly|expression|humble|はい、かしこまりました。|はい、かしこまりました。|Yes, certainly.
恐れ入る|おそれいる|to be sorry; to be much obliged|verb|humble|恐れ入りますが、お待ちください。|おそれいりますが、おまちください。|I'm sorry, but please wait.
お待たせしました|おまたせしました/omatase shimashita|sorry to have kept you waiting|expression|humble|大変お待たせしました。|たいへんおまたせしました。|I'm very sorry to have kept you waiting.
本日|ほんじつ|today|noun|polite|本日は休みでございます。|ほんじつはやすみでございます。|We are closed today.
少々|しょうしょう|just a moment; small quantity|adverb|polite|少々お待ちください。|しょうしょうおまちください。|Please wait a moment.
よろしい|よろしい|good; all right|i-adjective|polite|この席でよろしいですか。|このせきでよろしいですか。|Is this seat all right?

# topic grammar-words
= 文法の言葉 | Question words, particles and connecting words | question words, particles, particle, conjunctions, connecting words, grammar words, demonstratives, this and that, function words, 助詞, 疑問詞, 接続詞
何|なに|what|pronoun|neutral|朝何を食べましたか。|あさなにをたべましたか。|What did you eat this morning?
いつ|いつ|when|pronoun|neutral|試験はいつですか。|しけんはいつですか。|When is the exam?
どこ|どこ|where|pronoun|neutral|トイレはどこですか。|トイレはどこですか。|Where is the toilet?
どちら|どちら|which; where|pronoun|polite|犬と猫とどちらが好きですか。|いぬとねことどちらがすきですか。|Which do you like, dogs or cats?
どれ|どれ|which (of three or more)|pronoun|neutral|あなたの傘はどれですか。|あなたのかさはどれですか。|Which is your umbrella?
どうして|どうして|why; how|adverb|neutral|どうして泣いているの。|どうしてないているの。|Why are you crying?
なぜ|なぜ|why|adverb|neutral|なぜ遅れたのですか。|なぜおくれたのですか。|Why were you late?
どう|どう|how|adverb|neutral|この味はどうですか。|このあじはどうですか。|How is the taste?
これ|これ|this|pronoun|neutral|これは私の本です。|これはわたしのほんです。|This is my book.
それ|それ|that|pronoun|neutral|それを見せてください。|それをみせてください。|Please show me that.
あれ|あれ|that (over there)|pronoun|neutral|あれは何の山ですか。|あれはなんのやまですか。|What mountain is that over there?
ここ|ここ|here; this place|pronoun|neutral|ここで待っています。|ここでまっています。|I'll wait here.
そこ|そこ|there; that place|pronoun|neutral|そこに座ってください。|そこにすわってください。|Please sit there.
あそこ|あそこ|over there; that place|pronoun|neutral|あそこに鳥がいます。|あそこにとりがいます。|There is a bird over there.
そして|そして|and; then|conjunction|neutral|部屋は安い。そして広い。|へやはやすい。そしてひろい。|The room is cheap. And it's spacious.
でも|でも|but; however|conjunction|neutral|安いです。でも遠いです。|やすいです。でもとおいです。|It's cheap. But it's far away.
しかし|しかし|however; but|conjunction|neutral|雨だ。しかし行こう。|あめだ。しかしいこう。|It's raining. However, let's go.
だから|だから|so; therefore|conjunction|neutral|疲れた。だからもう寝る。|つかれた。だからもうねる。|I'm tired. So I'm going to bed.
それから|それから|and then; after that|conjunction|neutral|食べて、それから寝ます。|たべて、それからねます。|I eat, and then I go to bed.
または|または/matawa|or|conjunction|neutral|ペンまたは鉛筆で書く。|ペンまたはえんぴつでかく。|Write in pen or pencil.
は|は/wa|topic marker particle|particle|neutral|私は医者です。|わたしはいしゃです。|I am a doctor.
が|が|indicates the subject of a sentence; but|particle|neutral|雨が降っている。|あめがふっている。|It is raining.
を|を|indicates the direct object of an action|particle|neutral|夜は本を読みます。|よるはほんをよみます。|In the evening I read books.
に|に|at; in; to|particle|neutral|六時に駅で会おう。|ろくじにえきであおう。|Let's meet at the station at six.
で|で|at; in; by|particle|neutral|図書館で勉強します。|としょかんでべんきょうします。|I study in the library.
へ|へ/e|to; towards|particle|neutral|明日大阪へ行きます。|あしたおおさかへいきます。|I'm going to Osaka tomorrow.
と|と|and; with|particle|neutral|パンと卵を買いました。|パンとたまごをかいました。|I bought bread and eggs.
も|も|also; too|particle|neutral|私も行きたいです。|わたしもいきたいです。|I want to go too.
から|から|from; since; because|particle|neutral|九時から働きます。|くじからはたらきます。|I work from nine.
まで|まで|until; to|particle|neutral|五時まで待ちました。|ごじまでまちました。|I waited until five.
より|より|than; from|particle|neutral|夏より冬が好きです。|なつよりふゆがすきです。|I like winter better than summer.
だけ|だけ|only; just|particle|neutral|水だけ飲みました。|みずだけのみました。|I drank only water.
いかが|いかが|how; how about|adverb|polite|お茶はいかがですか。|おちゃはいかがですか。|How about some tea?
何時|なんじ|what time|noun|neutral|今、何時ですか。|いま、なんじですか。|What time is it now?
何人|なんにん|how many people|noun|neutral|家族は何人ですか。|かぞくはなんにんですか。|How many people are there in your family?
何曜日|なんようび|what day of the week|noun|neutral|今日は何曜日ですか。|きょうはなんようびですか。|What day of the week is it today?
何月|なんがつ|what month|noun|neutral|誕生日は何月ですか。|たんじょうびはなんがつですか。|What month is your birthday?
どのくらい|どのくらい/dono kurai|how long; how much|adverb|neutral|駅までどのくらいですか。|えきまでどのくらいですか。|How long is it to the station?
の|の|of (possession)|particle|neutral|これは父の車です。|これはちちのくるまです。|This is my father's car.
や|や|and (among others)|particle|neutral|パンや卵を買いました。|パンやたまごをかいました。|I bought bread, eggs and so on.
か|か|question marker; or|particle|neutral|明日は休みですか。|あしたはやすみですか。|Is tomorrow a holiday?
ね|ね|isn't it? (seeking agreement)|particle|neutral|今日は暑いですね。|きょうはあついですね。|It's hot today, isn't it?
よ|よ|you know (giving information)|particle|neutral|この映画は面白いですよ。|このえいがはおもしろいですよ。|This film is interesting, you know.
など|など|and so on|particle|neutral|りんごやみかんなどを買った。|りんごやみかんなどをかった。|I bought apples, mandarins and so on.

# topic sound-words
= 擬音語・擬態語 | Sound and mimetic words | onomatopoeia, mimetic words, sound words, sounds, sound effects, オノマトペ, 擬音語
きらきら|きらきら|glittering; twinkling|adverb|neutral|星がきらきら光っている。|ほしがきらきらひかっている。|The stars are twinkling.
ぴかぴか|ぴかぴか|sparkling; brand-new|adverb|neutral|靴をぴかぴかに磨いた。|くつをぴかぴかにみがいた。|I polished my shoes till they sparkled.
どきどき|どきどき|(heart) beating fast; throbbing|adverb|neutral|胸がどきどきしています。|むねがどきどきしています。|My heart is beating fast.
わくわく|わくわく|trembling with excitement|adverb|neutral|旅行の前はわくわくする。|りょこうのまえはわくわくする。|I'm excited before a trip.
いらいら|いらいら|feeling irritated|adverb|neutral|バスが来なくていらいらする。|バスがこなくていらいらする。|The bus isn't coming and I'm getting irritated.
ぺこぺこ|ぺこぺこ|very hungry|adverb|casual|もうお腹がぺこぺこだよ。|もうおなかがぺこぺこだよ。|I'm very hungry already.
ぺらぺら|ぺらぺら|fluently|adverb|neutral|姉は英語がぺらぺらです。|あねはえいごがぺらぺらです。|My sister is fluent in English.
ふわふわ|ふわふわ|fluffy; softly|adverb|neutral|このパンはふわふわだ。|このパンはふわふわだ。|This bread is fluffy.
にこにこ|にこにこ|with a friendly grin; smilingly|adverb|neutral|祖母はいつもにこにこしている。|そぼはいつもにこにこしている。|My grandmother is always smiling.
ごろごろ|ごろごろ|thundering; idling about|adverb|neutral|休みの日は家でごろごろする。|やすみのひはいえでごろごろする。|On days off I idle about at home.
ざあざあ|ざあざあ|pouring (of rain)|adverb|neutral|雨がざあざあ降っている。|あめがざあざあふっている。|The rain is pouring down.
ぐっすり|ぐっすり|sound asleep; fast asleep|adverb|neutral|昨日はぐっすり眠れた。|きのうはぐっすりねむれた。|I slept soundly last night.
うろうろ|うろうろ|loitering; aimless wandering|adverb|neutral|道が分からずうろうろした。|みちがわからずうろうろした。|I wandered about, not knowing the way.
ぶらぶら|ぶらぶら|strolling; dangling|adverb|neutral|町をぶらぶら歩きます。|まちをぶらぶらあるきます。|I stroll around town.
はっきり|はっきり|clearly; plainly|adverb|neutral|はっきり言ってください。|はっきりいってください。|Please say it clearly.
ぴったり|ぴったり|exactly; perfectly|adverb|neutral|この靴は足にぴったりだ。|このくつはあしにぴったりだ。|These shoes fit my feet perfectly.
すっきり|すっきり|refreshed; neatly|adverb|neutral|よく寝て頭がすっきりした。|よくねてあたまがすっきりした。|I slept well and my head feels refreshed.
がっかり|がっかり|feeling disappointed|adverb|neutral|雨で祭りがなくてがっかりした。|あめでまつりがなくてがっかりした。|I was disappointed that rain cancelled the festival.
うっかり|うっかり|carelessly; thoughtlessly|adverb|neutral|うっかり傘を忘れました。|うっかりかさをわすれました。|I carelessly forgot my umbrella.
こっそり|こっそり|stealthily; secretly|adverb|neutral|夜中にこっそり食べた。|よなかにこっそりたべた。|I ate it secretly at midnight.
たっぷり|たっぷり|plenty; fully|adverb|neutral|時間はたっぷりあります。|じかんはたっぷりあります。|There is plenty of time.
だんだん|だんだん|gradually; by degrees|adverb|neutral|日がだんだん長くなる。|ひがだんだんながくなる。|The days are gradually getting longer.
どんどん|どんどん|rapidly; steadily|adverb|neutral|背がどんどん伸びています。|せがどんどんのびています。|He is growing rapidly taller.
きちんと|きちんと|neatly; properly|adverb|neutral|服をきちんと畳みなさい。|ふくをきちんとたたみなさい。|Fold your clothes neatly.
ばらばら|ばらばら|scattered; in pieces|adverb|neutral|紙がばらばらになった。|かみがばらばらになった。|The papers got scattered.
そっと|そっと|softly; gently|adverb|neutral|そっとドアを閉めました。|そっとドアをしめました。|I closed the door softly.
のろのろ|のろのろ|slowly; sluggishly|adverb|neutral|車がのろのろ進みます。|くるまがのろのろすすみます。|The cars move along sluggishly.
ぎりぎり|ぎりぎり|at the last moment; just barely|adverb|neutral|電車にぎりぎり間に合った。|でんしゃにぎりぎりまにあった。|I just barely caught the train.

# topic calendar
= 暦 | Calendar | days of the week, weekdays, months, dates, date, days of the month, day and month, カレンダー, 曜日, 月日
月曜日|げつようび|Monday|noun|neutral|月曜日は学校があります。|げつようびはがっこうがあります。|There is school on Monday.
火曜日|かようび|Tuesday|noun|neutral|火曜日に友達と会います。|かようびにともだちとあいます。|I'm meeting a friend on Tuesday.
水曜日|すいようび|Wednesday|noun|neutral|水曜日に病院へ行く。|すいようびにびょういんへいく。|I go to the hospital on Wednesday.
木曜日|もくようび|Thursday|noun|neutral|木曜日の夜は暇です。|もくようびのよるはひまです。|I'm free on Thursday evening.
金曜日|きんようび|Friday|noun|neutral|金曜日は早く帰れます。|きんようびははやくかえれます。|I can go home early on Friday.
土曜日|どようび|Saturday|noun|neutral|土曜日も働きます。|どようびもはたらきます。|I work on Saturdays too.
日曜日|にちようび|Sunday|noun|neutral|日曜日は家で休みます。|にちようびはいえでやすみます。|On Sunday I rest at home.
一月|いちがつ|January|noun|neutral|一月はとても寒いです。|いちがつはとてもさむいです。|January is very cold.
二月|にがつ|February|noun|neutral|二月に雪祭りがあります。|にがつにゆきまつりがあります。|There is a snow festival in February.
三月|さんがつ|March|noun|neutral|三月に卒業します。|さんがつにそつぎょうします。|I graduate in March.
四月|しがつ|April|noun|neutral|学校は四月に始まります。|がっこうはしがつにはじまります。|School begins in April.
五月|ごがつ|May|noun|neutral|五月は風が気持ちいい。|ごがつはかぜがきもちいい。|In May the breeze is pleasant.
六月|ろくがつ|June|noun|neutral|六月は雨の日が多い。|ろくがつはあめのひがおおい。|There are many rainy days in June.
七月|しちがつ|July|noun|neutral|七月から夏休みです。|しちがつからなつやすみです。|The summer holidays are from July.
八月|はちがつ|August|noun|neutral|八月は海に行きます。|はちがつはうみにいきます。|In August we go to the sea.
九月|くがつ|September|noun|neutral|九月に台風が来ました。|くがつにたいふうがきました。|A typhoon came in September.
十月|じゅうがつ|October|noun|neutral|十月に運動会がある。|じゅうがつにうんどうかいがある。|There is a sports day in October.
十一月|じゅういちがつ|November|noun|neutral|十一月は紅葉の季節です。|じゅういちがつはこうようのきせつです。|November is the season of autumn leaves.
十二月|じゅうにがつ|December|noun|neutral|十二月は皆忙しい。|じゅうにがつはみないそがしい。|Everyone is busy in December.
一日|ついたち|first day of the month|noun|neutral|一月一日は休みです。|いちがつついたちはやすみです。|The first of January is a holiday.
二日|ふつか|second day of the month; two days|noun|neutral|雨が二日続きました。|あめがふつかつづきました。|It rained for two days.
三日|みっか|third day of the month; three days|noun|neutral|五月三日に結婚します。|ごがつみっかにけっこんします。|We're getting married on the third of May.
四日|よっか|fourth day of the month; four days|noun|neutral|四日前に着きました。|よっかまえにつきました。|I arrived four days ago.
五日|いつか|fifth day of the month; five days|noun|neutral|五日で本を読んだ。|いつかでほんをよんだ。|I read the book in five days.
六日|むいか|sixth day of the month; six days|noun|neutral|六日に母が来ます。|むいかにははがきます。|My mother is coming on the sixth.
七日|なのか|seventh day of the month; seven days|noun|neutral|今日は七月七日です。|きょうはしちがつなのかです。|Today is the seventh of July.
八日|ようか|eighth day of the month; eight days|noun|neutral|八日に試合があります。|ようかにしあいがあります。|There's a match on the eighth.
九日|ここのか|ninth day of the month; nine days|noun|neutral|九日から旅行に出ます。|ここのかからりょこうにでます。|I set off on a trip on the ninth.
十日|とおか|tenth day of the month; ten days|noun|neutral|返事は十日後に来た。|へんじはとおかごにきた。|The reply came ten days later.
二十日|はつか|twentieth day of the month|noun|neutral|給料は二十日に出ます。|きゅうりょうははつかにでます。|Salaries are paid on the twentieth.
平日|へいじつ|weekday; ordinary day|noun|neutral|平日は六時に起きます。|へいじつはろくじにおきます。|On weekdays I get up at six.
祝日|しゅくじつ|national holiday|noun|neutral|明日は祝日で休みです。|あしたはしゅくじつでやすみです。|Tomorrow is a national holiday.

# topic counters
= 助数詞 | Counters | counter, counter words, counting things, measure words, units, how many, 単位
冊|さつ|counter for books|counter|neutral|本を五冊借りました。|ほんをごさつかりました。|I borrowed five books.
本|ほん|counter for long things|counter|neutral|鉛筆が二本あります。|えんぴつがにほんあります。|There are two pencils.
個|こ|counter for articles|counter|neutral|みかんを五個食べた。|みかんをごこたべた。|I ate five mandarins.
台|だい|counter for machines, vehicles|counter|neutral|車が二台止まっている。|くるまがにだいとまっている。|Two cars are parked.
回|かい|counter for occurrences|counter|neutral|京都へ三回行きました。|きょうとへさんかいいきました。|I've been to Kyoto three times.
人|にん|counter for people|counter|neutral|学生が五人います。|がくせいがごにんいます。|There are five students.
名|めい|counter for people|counter|polite|五名で予約しました。|ごめいでよやくしました。|I booked for five people.
羽|わ|counter for birds; counter for rabbits|counter|neutral|池に鳥が二羽いる。|いけにとりがにわいる。|There are two birds on the pond.
頭|とう|counter for large animals|counter|neutral|馬を二頭飼っています。|うまをにとうかっています。|They keep two horses.
杯|はい|counter for cups, glasses|counter|neutral|お茶を二杯飲みました。|おちゃをにはいのみました。|I drank two cups of tea.
軒|けん|counter for houses|counter|neutral|山に家が二軒あります。|やまにいえがにけんあります。|There are two houses on the mountain.
着|ちゃく|counter for suits of clothing|counter|neutral|背広を二着持っている。|せびろをにちゃくもっている。|I have two suits.
足|そく|counter for pairs of socks, shoes|counter|neutral|靴下を二足買いました。|くつしたをにそくかいました。|I bought two pairs of socks.
通|つう|counter for letters, documents|counter|neutral|手紙が二通届きました。|てがみがにつうとどきました。|Two letters arrived.
階|かい|storey; floor|counter|neutral|教室は五階にあります。|きょうしつはごかいにあります。|The classroom is on the fifth floor.
歳|さい|years old|counter|neutral|弟は五歳になりました。|おとうとはごさいになりました。|My brother turned five.
番|ばん|number (in a series)|counter|neutral|五番の人はいますか。|ごばんのひとはいますか。|Is number five here?
度|ど|degree; counter for occurrences|counter|neutral|今日は二十度あります。|きょうはにじゅうどあります。|It is twenty degrees today.
時|じ|hour; o'clock|counter|neutral|朝五時に起きました。|あさごじにおきました。|I got up at five in the morning.
分|ふん|minute|counter|neutral|あと五分待ってください。|あとごふんまってください。|Please wait five more minutes.
秒|びょう|second (of time)|counter|neutral|二秒早く着きました。|にびょうはやくつきました。|He arrived two seconds sooner.
週間|しゅうかん|week|counter|neutral|二週間休みを取ります。|にしゅうかんやすみをとります。|I'm taking two weeks off.
年|ねん|year; counter for years|counter|neutral|日本に五年住みました。|にほんにごねんすみました。|I lived in Japan for five years.
泊|はく|counter for nights of a stay|counter|neutral|旅館に二泊しました。|りょかんににはくしました。|We stayed two nights at an inn.
畳|じょう|counter for tatami mats|counter|neutral|六畳の部屋を借りた。|ろくじょうのへやをかりた。|I rented a six-mat room.
行|ぎょう|line (of text)|counter|neutral|上から五行読みなさい。|うえからごぎょうよみなさい。|Read five lines from the top.
課|か|lesson; chapter|counter|neutral|今日は五課を読みます。|きょうはごかをよみます。|Today we read lesson five.
メートル|メートル|metre|counter|neutral|あと五メートルです。|あとごメートルです。|Five more metres to go.

# topic life
= 人生 | Life and love | life stages, growing up, childhood, birth, death, dating, romance, romantic, relationship, youth, 青春, 恋愛
人生|じんせい|life; human life|noun|neutral|人生は長い旅です。|じんせいはながいたびです。|Life is a long journey.
命|いのち|life|noun|neutral|医者が命を助けた。|いしゃがいのちをたすけた。|The doctor saved a life.
夢|ゆめ|dream|noun|neutral|楽しい夢を見ました。|たのしいゆめをみました。|I had a pleasant dream.
希望|きぼう|hope; wish|noun|neutral|希望を捨てないで。|きぼうをすてないで。|Don't give up hope.
運|うん|fortune; luck|noun|neutral|今日は運がよかった。|きょうはうんがよかった。|I was lucky today.
運命|うんめい|fate; destiny|noun|neutral|運命の人に会いました。|うんめいのひとにあいました。|I met the one I was destined for.
縁|えん|fate; relationship|noun|neutral|何かの縁で友達になった。|なにかのえんでともだちになった。|By some chance we became friends.
子供時代|こどもじだい/kodomo jidai|childhood|noun|neutral|子供時代は田舎で過ごした。|こどもじだいはいなかですごした。|I spent my childhood in the country.
青春|せいしゅん|youth; springtime of life|noun|neutral|歌が私の青春でした。|うたがわたしのせいしゅんでした。|Singing was my youth.
成長|せいちょう|growth; growing up|noun|neutral|子供の成長は早いです。|こどものせいちょうははやいです。|Children grow up quickly.
初恋|はつこい|first love|noun|neutral|初恋の人を思い出した。|はつこいのひとをおもいだした。|I remembered my first love.
恋愛|れんあい|love; falling in love|noun|neutral|恋愛の話は楽しいです。|れんあいのはなしはたのしいです。|Love stories are fun.
片思い|かたおもい|unrequited love|noun|neutral|彼の恋は片思いでした。|かれのこいはかたおもいでした。|His love was unrequited.
失恋|しつれん|disappointed love; broken heart|noun|neutral|失恋して毎晩泣いた。|しつれんしてまいばんないた。|With a broken heart I cried every night.
告白|こくはく|confession|noun|neutral|好きな人に告白しました。|すきなひとにこくはくしました。|I told the one I love how I feel.
婚約|こんやく|engagement|noun|neutral|二人は春に婚約した。|ふたりははるにこんやくした。|The two got engaged in spring.
花嫁|はなよめ|bride|noun|neutral|花嫁は白い着物を着た。|はなよめはしろいきものをきた。|The bride wore a white kimono.
離婚|りこん|divorce|noun|neutral|二人は去年離婚した。|ふたりはきょねんりこんした。|The two divorced last year.
夫婦|ふうふ|married couple; husband and wife|noun|neutral|隣の夫婦は仲がいい。|となりのふうふはなかがいい。|The couple next door get on well.
死|し|death|noun|neutral|犬の死が悲しいです。|いぬのしがかなしいです。|I'm sad at the death of my dog.
出会い|であい|meeting; encounter|noun|neutral|いい出会いがありました。|いいであいがありました。|I met someone nice.
別れ|わかれ|parting; farewell|noun|neutral|春は別れの季節です。|はるはわかれのきせつです。|Spring is the season of partings.
付き合う|つきあう|to go out with; to keep company with|verb|neutral|二人は三年付き合った。|ふたりはさんねんつきあった。|The two went out for three years.
愛する|あいする|to love|verb|neutral|彼は妻を愛している。|かれはつまをあいしている。|He loves his wife.
別れる|わかれる|to part; to separate|verb|neutral|駅で友達と別れた。|えきでともだちとわかれた。|I parted from my friend at the station.
生きる|いきる|to live|verb|neutral|祖父は九十まで生きた。|そふはきゅうじゅうまでいきた。|My grandfather lived to ninety.
死ぬ|しぬ|to die|verb|neutral|去年猫が死にました。|きょねんねこがしにました。|My cat died last year.
亡くなる|なくなる|to die; to pass away|verb|polite|祖母は昨年亡くなりました。|そぼはさくねんなくなりました。|My grandmother passed away last year.
年を取る|としをとる/toshi o toru|to grow old|expression|neutral|犬も年を取りました。|いぬもとしをとりました。|The dog has grown old too.

# topic folklore
= 昔話と妖怪 | Folklore and fantasy | folklore, fantasy, fairy tales, fairy tale, myths, mythology, ghosts, ghost, monsters, magic, yokai, halloween, 妖怪, おばけ, 神話
妖怪|ようかい|ghost; monster|noun|neutral|川に妖怪がいるという。|かわにようかいがいるという。|They say there is a monster in the river.
幽霊|ゆうれい|ghost; phantom|noun|neutral|この家に幽霊が出る。|このいえにゆうれいがでる。|There is a ghost in this house.
お化け|おばけ|goblin; ghost|noun|neutral|弟はお化けを怖がる。|おとうとはおばけをこわがる。|My little brother is afraid of ghosts.
鬼|おに|ogre; demon|noun|neutral|鬼は赤い顔をしている。|おにはあかいかおをしている。|The ogre has a red face.
河童|かっぱ|kappa; mythical water-dwelling creature|noun|neutral|河童は川に住んでいる。|かっぱはかわにすんでいる。|The kappa lives in the river.
天狗|てんぐ|tengu; long-nosed goblin|noun|neutral|天狗の鼻は長いです。|てんぐのはなはながいです。|The tengu has a long nose.
竜|りゅう|dragon|noun|neutral|竜が空を飛びました。|りゅうがそらをとびました。|A dragon flew through the sky.
人魚|にんぎょ|mermaid|noun|neutral|人魚が岩で歌っている。|にんぎょがいわでうたっている。|A mermaid is singing on the rock.
妖精|ようせい|fairy; elf|noun|neutral|森に小さい妖精がいた。|もりにちいさいようせいがいた。|There was a little fairy in the forest.
魔法|まほう|magic; sorcery|noun|neutral|魔法で猫になりました。|まほうでねこになりました。|By magic he became a cat.
魔女|まじょ|witch|noun|neutral|魔女が月の前を飛ぶ。|まじょがつきのまえをとぶ。|A witch flies past the moon.
悪魔|あくま|devil; demon|noun|neutral|悪魔と約束をするな。|あくまとやくそくをするな。|Don't make a promise to the devil.
天使|てんし|angel|noun|neutral|天使には白い羽がある。|てんしにはしろいはねがある。|Angels have white wings.
巨人|きょじん|giant|noun|neutral|巨人が山を動かした。|きょじんがやまをうごかした。|A giant moved the mountain.
勇者|ゆうしゃ|hero; brave man|noun|neutral|勇者は竜と戦いました。|ゆうしゃはりゅうとたたかいました。|The hero fought the dragon.
王子|おうじ|prince|noun|neutral|王子は遠い国へ行った。|おうじはとおいくにへいった。|The prince went to a distant land.
王女|おうじょ|princess|noun|neutral|王女は城から逃げた。|おうじょはしろからにげた。|The princess escaped from the castle.
姫|ひめ|princess; young lady of noble birth|noun|neutral|姫は月へ帰りました。|ひめはつきへかえりました。|The princess returned to the moon.
宝物|たからもの|treasure|noun|neutral|島に宝物があるそうだ。|しまにたからものがあるそうだ。|They say there's treasure on the island.
呪い|のろい|curse; spell|noun|neutral|呪いで皆眠りました。|のろいでみなねむりました。|All fell asleep under the curse.
伝説|でんせつ|legend; tradition|noun|neutral|この湖には伝説がある。|このみずうみにはでんせつがある。|There is a legend about this lake.
神話|しんわ|myth; legend|noun|neutral|日本の神話を読みたい。|にほんのしんわをよみたい。|I want to read Japanese myths.
不思議|ふしぎ|mystery; wonder|na-adjective|neutral|森で不思議な光を見た。|もりでふしぎなひかりをみた。|I saw a mysterious light in the forest.
鶴|つる|crane (bird)|noun|neutral|鶴が人に変わりました。|つるがひとにかわりました。|The crane turned into a person.
亀|かめ|turtle; tortoise|noun|neutral|亀は千年生きるという。|かめはせんねんいきるという。|They say a turtle lives a thousand years.
現れる|あらわれる|to appear|verb|neutral|夜に鬼が現れました。|よるにおにがあらわれました。|An ogre appeared at night.
消える|きえる|to disappear; to vanish|verb|neutral|幽霊は朝に消えた。|ゆうれいはあさにきえた。|The ghost vanished in the morning.
化ける|ばける|to take the form of; to disguise oneself|verb|neutral|狐が女の人に化けた。|きつねがおんなのひとにばけた。|The fox took the form of a woman.

# topic tools
= 道具と材料 | Tools and materials | tools, tool, materials, material, stationery, do it yourself, diy, repair, construction, building things, office supplies, 道具, 文房具
道具|どうぐ|tool; implement|noun|neutral|庭の道具を買いました。|にわのどうぐをかいました。|I bought garden tools.
紙|かみ|paper|noun|neutral|紙を三枚ください。|かみをさんまいください。|Three sheets of paper, please.
布|ぬの|cloth|noun|neutral|青い布で袋を作る。|あおいぬのでふくろをつくる。|I make a bag from blue cloth.
糸|いと|thread; string|noun|neutral|糸が短くて足りない。|いとがみじかくてたりない。|The thread is too short.
針|はり|needle; pin|noun|neutral|針で指を刺しました。|はりでゆびをさしました。|I pricked my finger with a needle.
ひも|ひも|string; cord|noun|neutral|靴のひもを結びます。|くつのひもをむすびます。|I tie my shoelaces.
綿|めん|cotton|noun|neutral|綿のシャツは涼しいです。|めんのシャツはすずしいです。|Cotton shirts are cool.
絹|きぬ|silk|noun|neutral|絹の着物は高いです。|きぬのきものはたかいです。|Silk kimono are expensive.
革|かわ|leather|noun|neutral|革の財布をもらった。|かわのさいふをもらった。|I was given a leather wallet.
金|きん|gold|noun|neutral|金の指輪を買った。|きんのゆびわをかった。|I bought a gold ring.
銀|ぎん|silver|noun|neutral|銀のスプーンで食べる。|ぎんのスプーンでたべる。|We eat with silver spoons.
ガラス|ガラス|glass; pane|noun|neutral|窓のガラスを拭きます。|まどのガラスをふきます。|I wipe the window panes.
木材|もくざい|timber; wood|noun|neutral|この村は木材を売る。|このむらはもくざいをうる。|This village sells timber.
はさみ|はさみ|scissors|noun|neutral|はさみで紙を切りました。|はさみでかみをきりました。|I cut the paper with scissors.
のり|のり|paste; glue|noun|neutral|写真をのりで貼ります。|しゃしんをのりではります。|I stick the photos on with glue.
定規|じょうぎ|ruler; measure|noun|neutral|定規で線を引きなさい。|じょうぎでせんをひきなさい。|Draw a line with a ruler.
筆|ふで|writing brush; paintbrush|noun|neutral|筆で名前を書きました。|ふででなまえをかきました。|I wrote my name with a brush.
かなづち|かなづち|hammer|noun|neutral|かなづちで釘を打ちます。|かなづちでくぎをうちます。|I drive in the nail with a hammer.
釘|くぎ|nail; tack|noun|neutral|壁の釘に帽子を掛ける。|かべのくぎにぼうしをかける。|I hang my hat on the nail in the wall.
のこぎり|のこぎり|saw|noun|neutral|のこぎりで枝を切りました。|のこぎりでえだをきりました。|I cut the branch with a saw.
はしご|はしご|ladder|noun|neutral|はしごで屋根に登った。|はしごでやねにのぼった。|I climbed onto the roof by ladder.
ほうき|ほうき|broom|noun|neutral|ほうきで庭を掃きます。|ほうきでにわをはきます。|I sweep the garden with a broom.
部品|ぶひん|parts; accessories|noun|neutral|機械の部品を換えた。|きかいのぶひんをかえた。|I changed a part of the machine.
修理|しゅうり|repair|noun|neutral|時計を修理に出した。|とけいをしゅうりにだした。|I took my watch to be repaired.
工事|こうじ|construction work|noun|neutral|道の工事が始まった。|みちのこうじがはじまった。|Road works have begun.
建てる|たてる|to build; to construct|verb|neutral|父は山に家を建てた。|ちちはやまにいえをたてた。|My father built a house on the mountain.
塗る|ぬる|to paint; to spread|verb|neutral|壁を白く塗ります。|かべをしろくぬります。|I paint the wall white.
結ぶ|むすぶ|to tie; to bind|verb|neutral|ひもで箱を結びました。|ひもではこをむすびました。|I tied the box with string.
鋭い|するどい|sharp; pointed|i-adjective|neutral|鋭いナイフで切る。|するどいナイフできる。|I cut with a sharp knife.

# topic loanwords
= 外来語 | Loanwords | katakana words, loan words, borrowed words, foreign words, words from english, カタカナ
アイスクリーム|アイスクリーム|ice cream|noun|neutral|夏はアイスクリームを食べる。|なつはアイスクリームをたべる。|In summer we eat ice cream.
アイデア|アイデア|idea|noun|neutral|いいアイデアがあります。|いいアイデアがあります。|I have a good idea.
エレベーター|エレベーター|elevator; lift|noun|neutral|エレベーターで五階へ行く。|エレベーターでごかいへいく。|I take the lift to the fifth floor.
エスカレーター|エスカレーター|escalator|noun|neutral|駅のエスカレーターは長い。|えきのエスカレーターはながい。|The escalator in the station is long.
カード|カード|card|noun|neutral|母の日にカードを書きます。|ははのひにカードをかきます。|I write a card for Mother's Day.
クラス|クラス|class|noun|neutral|私のクラスは二十人です。|わたしのクラスはにじゅうにんです。|My class has twenty people.
グループ|グループ|group|noun|neutral|五人のグループで話します。|ごにんのグループではなします。|We talk in groups of five.
ケーキ|ケーキ|cake|noun|neutral|誕生日にケーキを焼いた。|たんじょうびにケーキをやいた。|I baked a cake for the birthday.
サービス|サービス|service|noun|neutral|あの店はサービスがいい。|あのみせはサービスがいい。|The service at that shop is good.
サイズ|サイズ|size|noun|neutral|靴のサイズを教えて。|くつのサイズをおしえて。|Tell me your shoe size.
サンドイッチ|サンドイッチ|sandwich|noun|neutral|昼はサンドイッチです。|ひるはサンドイッチです。|Lunch is sandwiches.
スープ|スープ|soup|noun|neutral|熱いスープが飲みたい。|あついスープがのみたい。|I want some hot soup.
ストレス|ストレス|stress|noun|neutral|仕事のストレスで眠れない。|しごとのストレスでねむれない。|I can't sleep because of stress at work.
チーズ|チーズ|cheese|noun|neutral|パンにチーズをのせます。|パンにチーズをのせます。|I put cheese on bread.
チーム|チーム|team|noun|neutral|好きなチームが勝った。|すきなチームがかった。|My favourite team won.
チケット|チケット|ticket|noun|neutral|映画のチケットが二枚ある。|えいがのチケットがにまいある。|I have two cinema tickets.
チョコレート|チョコレート|chocolate|noun|neutral|チョコレートをもらった。|チョコレートをもらった。|I was given chocolate.
テスト|テスト|test|noun|neutral|明日漢字のテストがある。|あしたかんじのテストがある。|There's a kanji test tomorrow.
デザイン|デザイン|design|noun|neutral|この椅子はデザインがいい。|このいすはデザインがいい。|This chair has a good design.
ニュアンス|ニュアンス|nuance|noun|neutral|言葉のニュアンスが違う。|ことばのニュアンスがちがう。|The nuance of the words is different.
バター|バター|butter|noun|neutral|パンにバターを塗ります。|パンにバターをぬります。|I spread butter on bread.
パーティー|パーティー|party|noun|neutral|家でパーティーをしよう。|いえでパーティーをしよう。|Let's have a party at home.
プール|プール|swimming pool|noun|neutral|暑いからプールに行こう。|あついからプールにいこう。|It's hot, so let's go to the pool.
プレゼント|プレゼント|present; gift|noun|neutral|妹のプレゼントを選ぶ。|いもうとのプレゼントをえらぶ。|I choose a present for my sister.
ベル|ベル|bell|noun|neutral|ベルが鳴ったら終わりです。|ベルがなったらおわりです。|It's over when the bell rings.
ペン|ペン|pen|noun|neutral|黒いペンで書いてください。|くろいペンでかいてください。|Please write with a black pen.
ボール|ボール|ball|noun|neutral|犬がボールを持って来た。|いぬがボールをもってきた。|The dog brought the ball.
ボタン|ボタン|button|noun|neutral|シャツのボタンが取れた。|シャツのボタンがとれた。|A button came off my shirt.
ミルク|ミルク|milk|noun|neutral|赤ちゃんがミルクを飲む。|あかちゃんがミルクをのむ。|The baby drinks milk.
ルール|ルール|rule|noun|neutral|ゲームのルールを説明する。|ゲームのルールをせつめいする。|I explain the rules of the game.
"""#
}
