using Dashserv.Provider.Journal;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Journal;

/// <summary>What a state has, as told from one process to the next.</summary>
public sealed class TrackedProductsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly JumpingClock _clock = new() { StandsStill = true };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Product_ShownToOneProcess_IsKnownToTheNextOfTheSameWorkspace()
    {
        Of("one").Add("lLPgX");
        Assert.Equal((true, false), (Of("two").Has("lLPgX"), Of("two").Has("other")));
        Assert.False(Of("two", workspace: "staging").Has("lLPgX"));
    }

    [Fact]
    public void Plan_OfAnEmptyState_IsAPlanAllTheSame()
    {
        Assert.False(Of("one").IsKnown);
        var one = Of("one");
        one.Begin();
        Assert.Equal((false, true), (one.IsKnown, Of("two").IsKnown));
    }

    [Fact]
    public void Product_NotShownForDays_IsForgottenWithItsFile()
    {
        Of("one").Add("lLPgX");
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True(Of("two").Has("lLPgX"));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.False(Of("three").Has("lLPgX"));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void Product_KnownAlready_IsNotWrittenAgain()
    {
        Of("one").Add("lLPgX");
        Of("two").Add("lLPgX");
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void NoPlace_IsNoHindrance()
    {
        var tracked = new TrackedProducts(place: null, "one", _clock, act => act());
        tracked.Add("lLPgX");
        Assert.Equal((true, false), (tracked.Has("lLPgX"), tracked.IsKnown));
    }

    private TrackedProducts Of(string run, string workspace = "default") =>
        new(new JournalPlace([new JournalFolder(_folder.FullName)], workspace, IsRemote: false), run, _clock, act => act());
}
