import Glibc
import TestKit
import Testing

@testable import Platform

/// A folder to serve with a secret beside it, and the ways from one to the other.
private struct Sample {
    let outer = TemporaryFolder()

    init() {
        outer.write("secret", to: "secret.txt")
        outer.write("inside", to: "site/inside.txt")
        outer.write("deep", to: "site/a/b/deep.txt")
        outer.link("site/absolute", to: "\(outer.path)/secret.txt")
        outer.link("site/relative", to: "../secret.txt")
        outer.link("site/a/up", to: "../../secret.txt")
        outer.link("site/outside", to: "..")
        outer.link("site/own", to: "a/b/deep.txt")
        outer.link("site/ownFolder", to: "a/b")
        outer.link("site/process", to: "/proc/self/cwd")
        outer.link("site/loop", to: "loop")
        outer.makePipe("site/pipe")
        outer.link("site/device", to: "/dev/zero")
    }

    func folder(_ links: Folder.SymbolicLinks = .withinFolder, hasBeneath: Bool = true) -> Folder {
        Folder("\(outer.path)/site", symbolicLinks: links, hasBeneath: hasBeneath)
    }
}

private func text(_ folder: Folder, _ path: String) throws -> String? {
    guard case .file(let file) = try folder.entry(path) else { return nil }
    return String(decoding: try file.read(0..<file.status.byteCount), as: UTF8.self)
}

@Suite struct `A folder` {
    @Test(arguments: [true, false]) func `opens the files in it`(hasBeneath: Bool) throws {
        let sample = Sample(), folder = sample.folder(hasBeneath: hasBeneath)
        #expect(try text(folder, "inside.txt") == "inside")
        #expect(try text(folder, "a/b/deep.txt") == "deep")
        guard case .folder = try folder.entry("a/b") else {
            Issue.record("a/b is a folder")
            return
        }
    }

    @Test(
        arguments: [
            "", ".", "..", "../secret.txt", "a/../../secret.txt", "a/b/../../../secret.txt", "/etc/passwd", "//etc/passwd", "absolute", "relative", "a/up",
            "outside/secret.txt", "process/Package.swift", "device", "pipe", "loop", "loop/x", "nothing", "inside.txt/", "inside.txt/x",
            "inside.txt\0", "a\0/../secret.txt", String(repeating: "x", count: 300), String(repeating: "a/", count: 3_000) + "x",
        ], [true, false])
    func `opens nothing else`(path: String, hasBeneath: Bool) throws {
        let sample = Sample()
        #expect(try text(sample.folder(hasBeneath: hasBeneath), path) == nil)
        #expect(try text(sample.folder(.refused, hasBeneath: hasBeneath), path) == nil)
    }

    @Test func `follows links that stay inside, unless told otherwise`() throws {
        let sample = Sample()
        #expect(try text(sample.folder(), "own") == "deep" && text(sample.folder(), "ownFolder/deep.txt") == "deep")
        for folder in [sample.folder(.refused), sample.folder(hasBeneath: false)] {
            #expect(try text(folder, "own") == nil && text(folder, "ownFolder/deep.txt") == nil)
        }
    }

    @Test func `does not wake who waits on a pipe`() throws {
        let sample = Sample()
        // Opening a pipe for writing succeeds only while somebody has it open for reading.
        #expect(try text(sample.folder(), "pipe") == nil)
        #expect(open("\(sample.outer.path)/site/pipe", O_WRONLY | O_NONBLOCK) == -1 && errno == ENXIO)
    }

    @Test func `notices that it was replaced, and is an error when it is gone`() throws {
        let sample = Sample(), folder = sample.folder()
        sample.outer.rename("site", to: "old")
        #expect(throws: FileError(code: ENOENT)) { try folder.entry("inside.txt") }
        #expect(!folder.exists)
        sample.outer.write("new", to: "site/inside.txt")
        #expect(try text(folder, "inside.txt") == "new" && folder.exists)
    }

    @Test func `a file is closed when nobody holds it any more`() throws {
        let sample = Sample()
        var file: OpenFile? = try OpenFile("\(sample.outer.path)/secret.txt")
        let descriptor = try #require(file?.descriptor), inode = file?.status.inode
        #expect(try FileStatus(of: descriptor).inode == inode)
        file = nil
        // Somebody else may have got the number meanwhile.
        #expect((try? FileStatus(of: descriptor))?.inode != inode)
    }

    @Test(arguments: ["/dev/null", "/tmp"]) func `what is no file is refused also by its own path`(path: String) {
        #expect(throws: FileError.self) { try OpenFile(path) }
    }

    @Test func `reading stops at the end of the file`() throws {
        let sample = Sample(), file = try OpenFile("\(sample.outer.path)/secret.txt")
        #expect(try file.read(2..<100) == Array("cret".utf8))
        #expect(try file.read(6..<9).isEmpty && file.read(3..<3).isEmpty)
    }
}
