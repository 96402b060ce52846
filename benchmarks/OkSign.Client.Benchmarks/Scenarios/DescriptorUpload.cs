namespace OkSign.Client.Benchmarks;

public class DescriptorUpload : Scenario
{
    private protected override Task RunAsync(IContender contender) => contender.UploadDescriptorAsync();
}
