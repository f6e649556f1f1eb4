using CsCheck;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Inventory;

/// <summary>Whatever comes before what.</summary>
public sealed class SharedReadsProperties
{
    [Fact]
    public void Reads_AnyInterleaving_AreNeitherOlderThanOurLastWriteNorThanTheListsLifeNorGone() =>
        Gen.Select(Gen.Enum<SharedReadsStep>(), Gen.Int[0, 2], Gen.Int[1, 40]).Array[0, 80].Sample(
            steps => Stepper.Run(stepper =>
            {
                var run = new SharedReadsRun(stepper);
                foreach (var (step, thing, seconds) in steps)
                {
                    run.Do(step, thing, seconds);
                }

                run.Finish();
            }),
            iter: 10_000);
}
