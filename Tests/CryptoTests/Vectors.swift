// Values made with Python's `cryptography` 48.0 (and so by another road through other code). The keys exist for these tests only.

enum Vectors {
    static let message = "一期一会 — a message signed by another implementation"
    /// The modulus of the key, hex.
    static let modulus = """
        aacaad0a7c3a9fbc852ef98b57107a625882202589bb7102963fc223e61e72d2b28275886c70d3d520e723738c686af59b40257d3271a83b4817d5d32a706be44b294daf4d1f
        3ae92858a6030ae6fa0583c180b597e271e6d253f107579e38ffd4d0790152179fc6e6d8004d9b3c33b8eaaed81c978dc4eebe77e392a7abfff776bda198fad3643b5ca8726e
        be69d1f983b785dd494774b110a6e4e75557a4d531d0cd96c5cf5ce090cc47bd09c7f508900afeaab9f84b1bf236302b5fc2e15f62ee124024e49ab6f4250ca57f98323596e0
        2ab8a0340e4042824044748cd123c4b63c1872432f03d73b515ddc5f1f51f3c0720e59c7b3a529ab5abcc5badf01
        """
    /// RS256 of the message, hex.
    static let signature = """
        4a7b15a0f8c39fc1191762d5df4f248a67badb0ab8d9aedf73b41c7d2f0f64dc2ea2eb1f33fb7bc2ecdc18e821f59a4e8f4418f103c77a55ebbe64c2e85192a7227323be0cf3
        6459c02d03b32cb95531e5c9e1e95ea020817effbd06a872dae3cc035e62e59cef89dda30083287636ffb1878811a5de7e93abbc78b9c0dbac66cd1afb0ca8aaae9291b4d404
        91a14dc97e77b4b89f942db5a6fe0dbc316b2ded30094a8b4c12c2e59c6922917246d7a756252a687b95d76f37750af80be29151f52d74a9a6125f1cc1292c0bbc08d156392f
        51bd76be3c6041e33b16c0f919fa1d520061288e7df8f1845833f8b313e3a9f533816bc154b6999b751ca41daa0e
        """
    /// PS256 of the message, which RS256 must refuse, hex.
    static let pssSignature = """
        40a17b05bbf8a14618348469ca4866c01cc90ff42b64c8796b0b20df5e898facc8078a86c6268ef9678c8ea95d4cc64dd41411808df461fa93603c5e950e76700be088b30465
        bbf305aa32b353ff6aca2b85cbd7e3d5cd39012eef7ef5f3b114a75703ca0b4f532fd0224d6d3fb7b788ffa190510896adab5626ebe5eb93c91f168e2d9e4502a9497892383c
        7543c3084e555b0ae3242bd21d3b22588a94e504b3178412d4d3d6bc343f92dfad76542b086ad7d742493e6f3bba6932cc6d7cca3fa8aae68fa63c801ad9cf1f906141d6cf09
        238d50e5b9807062558c05e43e5a796cfd699fe114051cb81527d87526106153d333fb7c478364b4dbcb6191da61
        """
    /// RS512 of the message, which RS256 must refuse, hex.
    static let sha512Signature = """
        30e3ec729f8c5e33a9f88f7213fdbecccfeb8456ba0a87f928ad8d1db537f7d252c8d8f2493b55259a0bee6b0c904bde4f17c1826a7a7126ff4817340ca944495331a9729f79
        a411293d51f0403033dd37ab0b43922939c80ed5f507c8398da55bdb95f323bbf1a45c77dee2883a1f7ae7300315336e458960fb9c953ed57810704081984167a5d04d4ce846
        11f44374e9f34b96ff357eb9e3340943b77558af0e5760687e30333cfaa5db2530d8f7a24966613ce2b5ca3bd1f64f28a776942b2e894e809ec9208196aba74388930d6ea091
        54b77b4000a925893d25dc835777ce9bbd29753cff9b583c80aab21c763cae49cb0070a942390a09ad0ca3cc5f53
        """
    /// The private key, PKCS #8, base64.
    static let pkcs8 = """
        MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCqyq0KfDqfvIUu+YtXEHpiWIIgJYm7cQKWP8Ij5h5y0rKCdYhscNPVIOcjc4xoavWbQCV9MnGoO0gX1dMqcGvkSylN
        r00fOukoWKYDCub6BYPBgLWX4nHm0lPxB1eeOP/U0HkBUhefxubYAE2bPDO46q7YHJeNxO6+d+OSp6v/93a9oZj602Q7XKhybr5p0fmDt4XdSUd0sRCm5OdVV6TVMdDNlsXPXOCQzEe9
        Ccf1CJAK/qq5+Esb8jYwK1/C4V9i7hJAJOSatvQlDKV/mDI1luAquKA0DkBCgkBEdIzRI8S2PBhyQy8D1ztRXdxfH1HzwHIOWcezpSmrWrzFut8BAgMBAAECggEABIroX1U+i7So0qKV
        2i9qdXT1Mtk+hszg6S4jnm8KOvOaW9+392po1GiXLwP7wdXkrR1RcCsIMflMV87XPhqdmVsUpGDCliS6F70SF/m8CTbP5BhXZsyP9anu6LztsziIABkO9DPQ/Qp+LOJcSoIK9wZcRX3n
        285XVfCt8VCilvYHTrY/pAG35BQuzn86bB0ANVM7OwFod2PFmjRmgw/28nUWrM4mal02LLVaVXnXw3Bh4N2ptb1zPi374BAcRBvRwaTk2vmZgCFn9UExTB868PcIIsoGz8jp6ANoANUj
        Yllk2MrxIuci6ciXIK7pswPjali34iCjHDLG60XHRd6lgQKBgQDjznsBoNcdVG/TU2wJEpYupWVBM/RD+MoRwIstQ7eD3dtcX3iGoGAitkPfiVBGu2S5Y26D0w+ybAUcD3J1KSEVgbq+
        J8TsaLq73E26/yC+NHhaGwBchzZPuExNs1cXyLkVN0Mgn7co/qM/sA3ZfSHM/GJ2fwgCJrNm7JtJzRe6/QKBgQC/7dAFM2fL3CTvW99TdoTJF0GbeN8DPHzIG1GohipXs2IrC+RVbmwE
        lqc51aP6gnaKn8w3X4aK+BF7zT2RVykJ5KmP54RBsw9EOt6XFf6TLRWdjaPLcAyxWaabIahCt7DGrE2KFshDw4vWPNGvT73pvuLxOG4dOET7jszpwRG9VQKBgQCVdD2XD+KRR3gl+LEE
        MsF80N3hLSiv/2TyyJOGmsqnJMJpk+kKyeTIYTOeUAPuo7qtNeKncaz2rY+cnTXGT7l41qehYY38W6lG3n3QlNjycJIU62oNSlgDbTICOAqHfBSRKrRLjv0nVAfeHK65ZTLrvRkMDMNA
        RgulFs26WWecMQKBgQCn8+2jf3aHWOAhbd4iZYaRin5pFP7jEB2J5w4wUSfgkyOG0+M+N2DjKwqve5sBbwVZDblhg4BzP93c3p/P/dv1wln3ifucmprzdCixQhgCpuNRek8piaYx1GgN
        PQjHSYOyd7lq68DYO9i044gCx99DGz3xJRaHD2SeVjpPHBrv+QKBgGP/Q42EYuuqzJmnKEey0ipWxrZJI9CshS30Wg00+I6dyEgYQcGWohlr5FJy8PQHIpr9TQa4s34mL/UTit0g3TyG
        e9T6bkuhzTJZsjIyhXQDMiWF4nNPHyhusX+sor1EX+i41qkYteV2BI9i9ExMNp8Qn6WY6jr0mXeFxBCtvAwz
        """
    /// The same, PKCS #1, base64.
    static let pkcs1 = """
        MIIEpAIBAAKCAQEAqsqtCnw6n7yFLvmLVxB6YliCICWJu3EClj/CI+YectKygnWIbHDT1SDnI3OMaGr1m0AlfTJxqDtIF9XTKnBr5EspTa9NHzrpKFimAwrm+gWDwYC1l+Jx5tJT8QdX
        njj/1NB5AVIXn8bm2ABNmzwzuOqu2ByXjcTuvnfjkqer//d2vaGY+tNkO1yocm6+adH5g7eF3UlHdLEQpuTnVVek1THQzZbFz1zgkMxHvQnH9QiQCv6qufhLG/I2MCtfwuFfYu4SQCTk
        mrb0JQylf5gyNZbgKrigNA5AQoJARHSM0SPEtjwYckMvA9c7UV3cXx9R88ByDlnHs6Upq1q8xbrfAQIDAQABAoIBAASK6F9VPou0qNKildovanV09TLZPobM4OkuI55vCjrzmlvft/dq
        aNRoly8D+8HV5K0dUXArCDH5TFfO1z4anZlbFKRgwpYkuhe9Ehf5vAk2z+QYV2bMj/Wp7ui87bM4iAAZDvQz0P0KfiziXEqCCvcGXEV959vOV1XwrfFQopb2B062P6QBt+QULs5/Omwd
        ADVTOzsBaHdjxZo0ZoMP9vJ1FqzOJmpdNiy1WlV518NwYeDdqbW9cz4t++AQHEQb0cGk5Nr5mYAhZ/VBMUwfOvD3CCLKBs/I6egDaADVI2JZZNjK8SLnIunIlyCu6bMD42pYt+Igoxwy
        xutFx0XepYECgYEA4857AaDXHVRv01NsCRKWLqVlQTP0Q/jKEcCLLUO3g93bXF94hqBgIrZD34lQRrtkuWNug9MPsmwFHA9ydSkhFYG6vifE7Gi6u9xNuv8gvjR4WhsAXIc2T7hMTbNX
        F8i5FTdDIJ+3KP6jP7AN2X0hzPxidn8IAiazZuybSc0Xuv0CgYEAv+3QBTNny9wk71vfU3aEyRdBm3jfAzx8yBtRqIYqV7NiKwvkVW5sBJanOdWj+oJ2ip/MN1+GivgRe809kVcpCeSp
        j+eEQbMPRDrelxX+ky0VnY2jy3AMsVmmmyGoQrewxqxNihbIQ8OL1jzRr0+96b7i8ThuHThE+47M6cERvVUCgYEAlXQ9lw/ikUd4JfixBDLBfNDd4S0or/9k8siThprKpyTCaZPpCsnk
        yGEznlAD7qO6rTXip3Gs9q2PnJ01xk+5eNanoWGN/FupRt590JTY8nCSFOtqDUpYA20yAjgKh3wUkSq0S479J1QH3hyuuWUy670ZDAzDQEYLpRbNullnnDECgYEAp/Pto392h1jgIW3e
        ImWGkYp+aRT+4xAdiecOMFEn4JMjhtPjPjdg4ysKr3ubAW8FWQ25YYOAcz/d3N6fz/3b9cJZ94n7nJqa83QosUIYAqbjUXpPKYmmMdRoDT0Ix0mDsne5auvA2DvYtOOIAsffQxs98SUW
        hw9knlY6Txwa7/kCgYBj/0ONhGLrqsyZpyhHstIqVsa2SSPQrIUt9FoNNPiOnchIGEHBlqIZa+RScvD0ByKa/U0GuLN+Ji/1E4rdIN08hnvU+m5Loc0yWbIyMoV0AzIlheJzTx8obrF/
        rKK9RF/ouNapGLXldgSPYvRMTDafEJ+lmOo69Jl3hcQQrbwMMw==
        """
    /// The same, encrypted with a passphrase, base64.
    static let encryptedPKCS8 = """
        MIIFNTBfBgkqhkiG9w0BBQ0wUjAxBgkqhkiG9w0BBQwwJAQQb9Pkr2ZzfbrkYhZVW86d9wICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEBkKBI5FC2hTtrOsTjvVAuEEggTQ
        xmYqzU9NL5CmK74EBo9q1WzgmPFJ+qWwK+Yd4m2kZN5ft299I3gDMHeXuY9lU8TjeRl4rUVWp7xi7h024usFTENadVUv6vK+BoxxfTBCrMcsyCdJ9G/E69h1E9B+Q8/UmTaRjCUFlNeq
        CO1JmhWgf6p3tDEajCERHK3ewGKirMi0MwmG2eROxORdABsIYLZ9jdLF7/BfIA38mbrRCWwwm7FGwuknCNfHFZQAT09V1b0/XnGxn2X+fNF0YkekGQ7l2Ua3gzWYildy7cLdPpJUCu4H
        4Mx3qfToUHG7vAhXu2rQ4gM+JLFqF1gKz3/5PBwpewPOdGDIWFF3hp41rwJfUIwp/C2yyEiQjf5N3WcVMqMsHbNQ+jSnYMSjddnKVDqVr2OF/vQ7ZW9nMbJ55rWDgCWySe6nhtH2KA79
        4oEj3ilfWF+rQ/19KDf/l1SKCEE+qkbpNqfSqvg9QL6cF9c343fyQzMD00XfU4YHlzdYghBxyl2toJaZUumZ/hDxJ4MhdZxqoUMlFnTLAgnVCRf9r/qa7MGTEv2vtDEFrum/vxH4Eu4N
        6hUMAslSMGOOl6DzM0C4gIwZ2NqayT4ibTqBcskntQU6SwY+cp2mkhsbcxelacb8BIjoF3PIOhL/bcpfWAezA+T7SjioypXPWVp0NDQndfCcO9UKJgVSyda3iqyjWrVoHSkQ2Vi/RZxw
        CrtAoXvIi5POUHSzBlVJD+q3NhzbspztNE7ZP/sHAFRhGbUSTVhwjnrpHrXMUg3EJ1OdRd2je4mGgledEx57IPJXPGObJcGV8AsTWhL62oP+X1kNrIej+HkTSuV6fWEEUdCQ3u1Xxp1P
        20leWRuSnGNFncMNPdxDBnzc1srTysqVDh6k0YqP7xTgZTwazWRj/s4Mny+0+scR435Q68KAl0nyI9hG9MvpX/kVuQR3cyFMAYQgC5L7vkXWybI9NHdwBSxXwvIifeFjIhrPoqAm5m8Q
        dJIzYARvjOZJewMks3UNk6ctdiVSG5kl8N5CsfN9iHoeBQ/3tQ/Hj79i50GSTSar9+WS5nBvAgUkMnPTWlO8KOLW3j85Sm8mQIJ1TnQkth7X0bhJaaZsDjxjlWlWblKyg4Gmu0PtfoK6
        5ha4OC0Gql64zUZgP0bwn56DU9wDA7b+a2t85gnkK4vCbDtMEsziX8On1i18QR3BkdEbwpWVRkob5TAWiv9hELGavMYo362ERiYHlBWtas5CINxeuc5c+9vh18U0hbh7MhZ4VOBV5T8z
        YdtDkPou0ALaqxsP30jwe9L+GR0HqlZ+lwCIaZcLJTMSnfod6vdkg9nmaRIhGu8XFEFxNWJMcOy6YfrG+u3dvjwlKzRvjHx8d8oHcv3NmRuecPvKELSj19PQi0YDaxC7/D7MCcHNTEmE
        xxtn9VpcJ4pxCHHNEv5HlAebcvR4tewxaLDZmpXsk7T4deNy8QWm4nBAeLGKosc3ErNY3Q3pnt8is/6ppzKcoJ8AMYL+Oj0WKHwH5Cr5OdqrPoi3hgfEtqEv/iVM28spJ0tixpBYOKnG
        DFVg6BQE1p3XF4Zz5a4Gsiwy4sxcwysyxbTcrVF4M7bzP6cco8qoxRmkUbzqUu2xWKeNaB54ggmPliKPs4djtRkkLg278TEhNkVDrXc=
        """
    /// A P-256 key, PKCS #8, base64.
    static let ellipticCurveKey = """
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJod84avyznKVzTvuZd1zp02GivbW0yVjqpA9oDDydbuhRANCAAT8fSbHoUWv/niLn+hfWDExqJAfxffjrNx8XB7s5Osf
        RRhb51UyKql4P7hswe+BUghK1oKBSxA3OxnvfF+9UrzI
        """
    /// An RSA key of 1024 bits, PKCS #8, base64.
    static let weakKey = """
        MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBAJufMA+7CoGX3coUs06/ZpTbxoXTaHFduoat+RQy1qGg96iw6VqkdPeKs3po42KnGUmxL8nuctR9mGT1H8wbi/QvjStY
        BkoRGYpVL+bvK/ChPev8jXWs4yvbZ0/3PxnnHkuudJPTp20pmUCGeElCW30XhhIyf28mzFLDd7epojufAgMBAAECgYAcs4xSqmVyp0axeYXkdSp/M9V2Yxo1Jls7caSplAK/xodGpnIz
        VHd6HCuj3OprDHR+gd5VeNPW2t8bZ5YYt8/kzKQGw1vXcprCDfzlnaYxtUevfAvH1jftJTBFCiDhB342tnldEJVkqWpnMGQ2TmoRObElMJAf//vBbNgQEga+GQJBAM2i3U5Cb1szPHc0
        tB5XhVE4ATwbRJHgM3vWZl8VGzIldpkBfrbXMUs4POoEeDiZ7VHBJKAOgvkr22v4yvx5tZUCQQDBvHwC49cEDHTHnc3XFPJIAkIEo6uWlFcr68TWy1xACIWv+cDW3jp++94rbbkiURVb
        xxyumoH7AyfBs7o+1jdjAkBa1Wc2S4hO28oIygIKKRTdtIRvHYhje4qiWCluNK+Hrh6+JXfoohPHKzdVE9ZbAjtfUpawENjv4dyRzBs1/TklAkEAwTaJNxijR5ZkoO/waaCqQMZ/sMDK
        T9KBXXw1Q0JtLi9RpL8gYyoejKYEXKuBB4h2FKHvKPNOzlfHPpdQF3rsoQJBAIFkip9wKcWg4T7P6KNZLqNr5ETad3Xnve5mWpWrnb3kP1Sbi3EeNsgZhWFCOWuDBKV/3DDfWGei7MUi
        y7UrffI=
        """
    /// AES-256-GCM of 秘密の言葉 bound to `session`, key 00…1f, nonce 64…6f in front, hex.
    static let sealed = """
        6465666768696a6b6c6d6e6fafbc4683d66fb51f908af76832f4e324ab84ea9b24a75420dc85cbdbca5855
        """
    /// AES-256-GCM of nothing, same key and nonce, hex.
    static let sealedNothing = """
        6465666768696a6b6c6d6e6f609bd50f6ad76df665f048ba8c5fd706
        """
    /// scrypt of パスワード, salt NaCl, N 1024, r 8, p 2, 48 bytes, hex.
    static let scrypt = """
        2e57c307eecc29c8b55e02f6789fd48f7d51c6483c6ab676b4d08a31f846f3155e8380bd08581c74bca16b5498dc1636
        """
}
