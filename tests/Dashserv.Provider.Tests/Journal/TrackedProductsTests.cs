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

    [Theory]
    [InlineData("", false, true)]
    [InlineData("", true, false)]
    [InlineData("{}", false, false)]
    [InlineData(null, false, false)]
    public void IsStateLost_OnlyWhereTheFileIsEmptyAndNothingOfItIsShown(string? content, bool isShown, bool isLost)
    {
        var file = Path.Combine(_folder.FullName, "terraform.tfstate");
        if (content is not null)
        {
            File.WriteAllText(file, content);
        }

        Of("one").Add("lLPgX");
        var next = Of("two", stateFile: file);
        if (isShown)
        {
            next.Add("lLPgX");
        }

        Assert.Equal((isLost, isShown, true), (next.IsStateLost, next.WasShown("lLPgX"), next.Has("lLPgX")));
    }

    [Fact]
    public void IsProtected_TheLastWordCounts()
    {
        Of("one").Protect("lLPgX", isProtected: true);
        Assert.True(Of("two").IsProtected("lLPgX"));
        var three = Of("three");
        three.Protect("lLPgX", isProtected: false);
        File.SetLastWriteTimeUtc(Directory.GetFiles(_folder.FullName, "*-three.txt").Single(), DateTime.UtcNow.AddMinutes(1));
        var four = Of("four");
        Assert.Equal((false, false, false), (three.IsProtected("lLPgX"), four.IsProtected("lLPgX"), four.Has("!lLPgX")));
        Assert.False(four.IsStateLost);
    }

    private TrackedProducts Of(string run, string workspace = "default", string? stateFile = null) => new(
        new JournalPlace([new JournalFolder(_folder.FullName)], workspace, IsRemote: false) { StateFile = stateFile }, run, _clock, act => act());
}
