import Dispatch
import Reactor
import Testing

@Suite struct LoopContinuationTests {
    @Test func `a caller resumed off the loops goes on where it was`() async {
        let group = EventLoopGroup(count: 1)
        let loop = group.loops[0]
        let place = await whereItGoesOn(on: loop) { continuation in DispatchQueue.global().async { continuation.resume() } }
        #expect(place === loop)
        group.stop()
    }

    @Test func `a caller resumed on another loop goes on where it was`() async {
        let group = EventLoopGroup(count: 2)
        let (home, other) = (group.loops[0], group.loops[1])
        let place = await whereItGoesOn(on: home) { continuation in other.submit { _ in continuation.resume() } }
        #expect(place === home)
        group.stop()
    }

    @Test func `a caller off the loops may be resumed on one`() async {
        let group = EventLoopGroup(count: 1)
        let loop = group.loops[0]
        let value = await withLoopContinuation { continuation in loop.submit { _ in continuation.resume(returning: 7) } }
        #expect(value == 7)
        group.stop()
    }

    @Test func `what a resumed caller starts elsewhere leaves the loop`() async {
        let group = EventLoopGroup(count: 1)
        let loop = group.loops[0]
        #expect(await startsElsewhere(on: loop) !== loop)
        group.stop()
    }
}

private func whereItGoesOn(on loop: isolated EventLoop, resumedBy resume: (LoopContinuation<Void>) -> Void) async -> EventLoop? {
    await withLoopContinuation { resume($0) }
    return EventLoop.current
}

private func startsElsewhere(on loop: isolated EventLoop) async -> EventLoop? {
    await withLoopContinuation { $0.resume() }
    return await elsewhere()
}

@concurrent private func elsewhere() async -> EventLoop? { EventLoop.current }
