/// How many syllables the words of our haiku have, by the CMU Pronouncing Dictionary (0.7b; several where several are spoken). Not by our own ears.
enum EnglishSyllables {
    /// All counts a line can have; empty when a word is not in the table.
    static func counts(_ line: String) -> Set<Int> {
        line.lowercased().split { !$0.isLetter && $0 != "'" }.reduce([0]) { sums, word in
            Set(sums.flatMap { sum in (table[String(word)] ?? []).map { sum + $0 } })
        }
    }

    private static let table: [String: [Int]] = Dictionary(
        uniqueKeysWithValues: text.split { $0 == ";" || $0 == "\n" }.map { row in
            let parts = row.split(separator: " ")
            return (String(parts[0]), parts[1].split(separator: ",").compactMap { Int($0) })
        })

    private static let text = """
        a 1;above 2;after 2;again 2;all 1;alone 2;along 2;an 1;and 1;appears 2;are 1;asleep 2;at 1;autumn 2;away 2;back 1;backs 1
        before 2;begins 2;bell 1;between 2;bird 1;birds 1;blossoms 2;blue 1;boat 1;breath 1;bright 1;by 1;calling 2;can 1;cat 1
        cherry 2;children 2;cicadas 3;clear 1;close 1;cloud 1;clouds 1;come 1;comes 1;coming 2;cool 1;cries 1;crows 1;dares 1
        daybreak 2;deep 1;dies 1;distant 2;down 1;dream 1;ending 2;even 2;evening 2;fall 1;falls 1;far 1;faraway 3;festival 3;fire 1,2
        fireflies 3;first 1;fish 1;flies 1;flower 2;flowers 2;fly 1;footprints 2;for 1;forest 2;fragrance 2;friend 1;frog 1;fuji 2
        gently 2;glittering 3;go 1;goes 1;gone 1;grass 1;grow 1;hand 1;has 1;hear 1;heart 1;higher 2;home 1;house 1;how 1;i 1;in 1
        inside 2;is 1;island 2;journey 2;jump 1;lamp 1;late 1;laughing 2;leads 1;leaves 1;light 1;lights 1;little 2;long 1;lotus 2
        maple 2;mark 1;me 1;mist 1;moon 1;moonlit 2;more 1;morning 2;mother's 2;mount 1;mountain 2;my 1;names 1;night 1;no 1
        nothing 2;ocean 2;of 1;off 1;old 1;on 1;once 1;one 1;only 2;open 2;our 1,2;out 1;path 1;petals 2;pond 1;quiet 2;quietly 3
        rain 1;rainbow 2;rainfall 2;red 1;riding 2;rings 1;rise 1;road 1;roof 1;run 1;sand 1;sea 1;see 1;shadows 2;silent 2;single 2
        sings 1;skies 1;sky 1;sleeps 1;small 1;snow 1;soft 1;someone 2;song 1;songs 1;sound 1;spring 1,2;springtime 2;star 1;stars 1
        steam 1;still 1;storm 1;stream 1;summer 2;sun 1;sunlight 2;take 1;takes 1;tapping 2;tea 1;temple 2;than 1;that 1;the 1
        there 1;think 1;this 1;to 1;today 2;too 1;town 1;train 1;travelling 2,3;tree 1;trees 1;turns 1;two 1;umbrellas 3;up 1;us 1,2
        village 2;voice 1;wait 1;walk 1;warm 1;wash 1;water 2;waves 1;way 1;we 1;white 1;wide 1;wind 1;window 2;winter 2;with 1
        words 1;yard 1;you 1
        """
}
