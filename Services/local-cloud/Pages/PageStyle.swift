import Crypto
import Encoding

/// How our pages look: the colours, letters and edges of the API's reference (`/redoc`), light and dark.
enum PageStyle {
    /// A source expression for `style-src` that allows a style by its digest. Source: W3C Content Security Policy 3, §2.3.1.
    static func source(_ style: String) -> String { "'sha256-\(Base64.encode(SHA256.hash(style)))'" }

    static let text = """
        :root {
          color-scheme: light dark;
          --page: #ffffff; --text: #1f2933; --quiet: #52606d; --line: #d9e0e6; --side: #f5f7f9; --link: #0b61a4; --wrong: #a61b1b; --good: #1d7044;
          --on-link: #ffffff;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #14191f; --text: #e4e9ee; --quiet: #a3afbb; --line: #323c46; --side: #1a2129; --link: #7cbcf2; --wrong: #ff9a92; --good: #7fd6a4;
            --on-link: #0d1217;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.55 system-ui, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
        code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .875rem; }
        a { color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: 1rem; z-index: 2; padding: .5rem 1rem; background: var(--page); }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

        .bar { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding: .25rem 1rem; background: var(--side); border-bottom: 1px solid var(--line); }
        .bar p { margin: 0; font-weight: 700; }
        .bar ul { display: flex; flex-wrap: wrap; gap: 0 .25rem; list-style: none; margin: 0; padding: 0; }
        .bar a { display: block; padding: .6rem .75rem; color: var(--text); text-decoration: none; font-size: .9375rem; }
        .bar a:hover { background: color-mix(in srgb, var(--link) 14%, transparent); }
        .bar a[aria-current] { box-shadow: inset 0 -3px var(--link); font-weight: 600; }

        main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { margin: 0 0 .5rem; font-size: 2rem; line-height: 1.2; }
        h2 { margin: 1.5rem 0 .5rem; font-size: 1.25rem; }
        h3 { margin: 0; font-size: 1rem; }
        p { margin: .5rem 0; }
        .lead { max-width: 44rem; }
        .quiet { color: var(--quiet); font-size: .875rem; }
        .notice { margin: 1.25rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--good); border-radius: .375rem; background: var(--side); }
        .notice.wrong { border-left-color: var(--wrong); }
        .notice ul { margin: .25rem 0; padding-left: 1.25rem; }

        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); gap: 1rem; align-items: start; }
        .card { padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; scroll-margin: 1rem; }
        .card.wrong { border-color: var(--wrong); }
        .card h2 { margin: 0; }
        .card > header { display: flex; flex-wrap: wrap; gap: .25rem .75rem; justify-content: space-between; align-items: baseline; }
        .state { font-size: .875rem; font-weight: 600; color: var(--good); }
        .wrong .state { color: var(--wrong); }

        table { border-collapse: collapse; }
        th, td { padding: .35rem 1.5rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; }
        th { font-size: .8125rem; color: var(--quiet); }

        label { display: block; margin-top: .75rem; font-size: .875rem; font-weight: 600; }
        input, select, button { font: inherit; min-height: 2.75rem; padding: .4rem .75rem; border-radius: .375rem; }
        input, select { display: block; width: 100%; margin-top: .25rem; color: var(--text); background: var(--page); border: 1px solid var(--quiet); }
        [aria-invalid] { border: 2px solid var(--wrong); }
        .problem { margin: .25rem 0 0; color: var(--wrong); font-size: .875rem; font-weight: 600; }
        button { color: var(--on-link); background: var(--link); border: 1px solid var(--link); font-weight: 600; cursor: pointer; }
        button:hover { filter: brightness(1.1); }
        .second { color: var(--link); background: transparent; }
        .buttons { display: flex; gap: .75rem; margin-top: 1rem; }
        """
}
