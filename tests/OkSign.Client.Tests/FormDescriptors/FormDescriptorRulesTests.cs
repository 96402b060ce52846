namespace OkSign.Client.Tests;

public class FormDescriptorRulesTests
{
    [Fact]
    public void Check_ValidDescriptor_Passes() => Check(SampleDescriptor.Valid);

    [Fact]
    public void Check_NoFields_IsAProblem() => AssertProblem("Fields", SampleDescriptor.Valid with { Fields = [] });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Check_FieldWithoutName_IsAProblem(string? name) => AssertFieldProblem("Fields[0].Name", SampleDescriptor.Signature with { Name = name! });

    [Fact]
    public void Check_TwoFieldsOfOneName_IsAProblem()
        => AssertProblem("Fields[1].Name", SampleDescriptor.Valid with
        {
            Fields = [SampleDescriptor.Signature, SampleDescriptor.Marked with { Name = SampleDescriptor.Signature.Name }],
        });

    [Fact]
    public void Check_NamesInOtherLetterCase_AreTwo()
        => Check(SampleDescriptor.Valid with
        {
            Fields = [SampleDescriptor.Signature, SampleDescriptor.Marked with { Name = "sig_anna" }],
        });

    [Fact]
    public void Check_FieldWithoutInputType_IsAProblem()
    {
        AssertFieldProblem("Fields[0].InputType", SampleDescriptor.Signature with { InputType = default });
        AssertFieldProblem("Fields[0].InputType", SampleDescriptor.Signature with { InputType = new InputType("") });
    }

    [Fact]
    public void Check_FieldWithoutSigner_IsAProblem() => AssertFieldProblem("Fields[0].SignerId", SampleDescriptor.Signature with { SignerId = default });

    [Fact]
    public void Check_FieldOfAStranger_IsLeftToTheService()
        => Check(SampleDescriptor.With(SampleDescriptor.Signature with { SignerId = SampleDescriptor.Stranger }));

    [Fact]
    public void Check_NoSignersAtAll_IsLeftToTheService() => Check(SampleDescriptor.Valid with { Signers = [] });

    [Fact]
    public void Check_NullElements_AreAllProblemsAndTheOnlyOnes()
    {
        OkSignInputException exception = Refuse(SampleDescriptor.Valid with
        {
            Fields = [SampleDescriptor.Signature with { Name = "" }, null!],
            Signers = [null!, new Signer { Id = default, Name = "" }],
            Workflow = [null!, new WorkflowStep { SignerId = SampleDescriptor.Stranger, Sequence = 1 }, null!],
        });

        Assert.Equal(["Fields[1]", "Signers[0]", "Workflow[0]", "Workflow[2]"], exception.Problems.Select(static problem => problem.Path));
    }

    [Fact]
    public void Check_NoSignersAtAll_StillNeedsIds()
        => AssertProblem("Fields[0].SignerId", SampleDescriptor.With(SampleDescriptor.Signature with { SignerId = default }) with
        {
            Signers = [],
            Workflow = null,
            Notifications = null,
        });

    [Fact]
    public void Check_NeitherPositionNorMarker_IsLeftToTheService()
        => Check(SampleDescriptor.With(SampleDescriptor.Signature with { PageIndex = null, X = null, Y = null, Width = null, Height = null }));

    [Fact]
    public void Check_PositionAndMarker_IsLeftToTheService() => Check(SampleDescriptor.With(SampleDescriptor.Signature with { Marker = "#M#" }));

    [Fact]
    public void Check_PageAndMarker_Passes() => Check(SampleDescriptor.With(SampleDescriptor.Marked with { Name = "OTHER", PageIndex = 3 }));

    [Fact]
    public void Check_ImpossiblePageBesideAMarker_IsAProblem()
        => AssertFieldProblem("Fields[0].PageIndex", SampleDescriptor.Marked with { Name = "OTHER", PageIndex = -1 });

    [Fact]
    public void Check_EmptyMarkerBesideAPosition_Passes() => Check(SampleDescriptor.With(SampleDescriptor.Signature with { Marker = "" }));

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    public void Check_PositionWithoutPage_IsAProblem(int? page) => AssertFieldProblem("Fields[0].PageIndex", SampleDescriptor.Signature with { PageIndex = page });

    [Theory]
    [InlineData(null)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Check_PositionOffThePage_IsAProblem(double? place)
    {
        AssertFieldProblem("Fields[0].X", SampleDescriptor.Signature with { X = place });
        AssertFieldProblem("Fields[0].Y", SampleDescriptor.Signature with { Y = place });
    }

    [Fact]
    public void Check_PositionAtTheOrigin_Passes() => Check(SampleDescriptor.With(SampleDescriptor.Signature with { PageIndex = 0, X = 0, Y = 0 }));

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Check_PositionWithoutSize_IsAProblem(double? size)
    {
        AssertFieldProblem("Fields[0].Width", SampleDescriptor.Signature with { Width = size });
        AssertFieldProblem("Fields[0].Height", SampleDescriptor.Signature with { Height = size });
    }

    [Fact]
    public void Check_MarkerWithoutSize_Passes() => Check(SampleDescriptor.With(SampleDescriptor.Marked with { Name = "OTHER" }));

    [Fact]
    public void Check_MarkerWithSize_Passes()
        => Check(SampleDescriptor.With(SampleDescriptor.Marked with { Name = "OTHER", Width = 1, Height = 1 }));

    [Fact]
    public void Check_MarkerWithImpossibleSize_IsAProblem()
    {
        AssertFieldProblem("Fields[0].Width", SampleDescriptor.Marked with { Name = "OTHER", Width = 0 });
        AssertFieldProblem("Fields[0].Height", SampleDescriptor.Marked with { Name = "OTHER", Height = -1 });
    }

    [Fact]
    public void Check_SelectWithoutChoices_IsAProblem()
    {
        AssertFieldProblem("Fields[0].SelectOptions", SampleDescriptor.Signature with { InputType = InputType.Select });
        AssertFieldProblem("Fields[0].SelectOptions", SampleDescriptor.Signature with { InputType = new("select"), SelectOptions = [] });
    }

    [Fact]
    public void Check_SelectWithChoices_Passes()
        => Check(SampleDescriptor.With(SampleDescriptor.Signature with { InputType = InputType.Select, SelectOptions = ["Gent"] }));

    [Fact]
    public void Check_SignerWithoutId_IsAProblem()
        => AssertProblem("Signers[2].Id", SampleDescriptor.Valid with { Signers = [.. SampleDescriptor.Valid.Signers, new Signer { Id = default, Name = "C" }] });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Check_SignerWithoutName_IsAProblem(string? name)
        => AssertProblem("Signers[1].Name", SampleDescriptor.Valid with
        {
            Signers = [SampleDescriptor.Valid.Signers[0], new Signer { Id = SampleDescriptor.Bert, Name = name }],
        });

    [Fact]
    public void Check_WorkflowStepOfAStranger_IsAProblem()
        => AssertProblem("Workflow[0].SignerId", SampleDescriptor.Valid with
        {
            Workflow = [new WorkflowStep { SignerId = SampleDescriptor.Stranger, Sequence = 1 }],
        });

    [Fact]
    public void Check_WorkflowStepWithoutSigner_IsAProblem()
        => AssertProblem("Workflow[0].SignerId", SampleDescriptor.Valid with { Workflow = [new WorkflowStep { SignerId = default, Sequence = 1 }] });

    [Fact]
    public void Check_NoWorkflowAndNoNotifications_Passes() => Check(SampleDescriptor.Valid with { Workflow = null, Notifications = null });

    [Fact]
    public void Check_NotificationsOfNeitherKind_Pass() => Check(SampleDescriptor.Valid with { Notifications = new NotificationSettings() });

    [Fact]
    public void Check_EmailToNobody_IsAProblem() => AssertProblem("Notifications.Email.To", Email());

    [Fact]
    public void Check_EmailToAStranger_IsAProblem()
        => AssertProblem("Notifications.Email.To[1]", Email(SampleDescriptor.Anna, SampleDescriptor.Stranger));

    [Fact]
    public void Check_StrangerInWorkflowAndNotificationsWithAField_Passes()
    {
        SignerId stranger = SampleDescriptor.Stranger;

        Check(SampleDescriptor.With(SampleDescriptor.Signature with { SignerId = stranger }) with
        {
            Workflow = [new WorkflowStep { SignerId = stranger, Sequence = 1 }],
            Notifications = new NotificationSettings
            {
                Email = new EmailNotification { To = [stranger], Subject = "s" },
                Sms = new SmsNotification { To = [stranger], Text = "s" },
            },
        });
    }

    [Fact]
    public void Check_StrangerWithoutAnySigners_IsStillASlip()
        => AssertProblem("Workflow[0].SignerId", SampleDescriptor.Valid with
        {
            Signers = [],
            Workflow = [new WorkflowStep { SignerId = SampleDescriptor.Stranger, Sequence = 1 }],
        });

    [Fact]
    public void Check_SmsToNobody_IsAProblem() => AssertProblem("Notifications.Sms.To", Sms());

    [Fact]
    public void Check_SmsWithoutSigner_IsAProblem() => AssertProblem("Notifications.Sms.To[0]", Sms(default(SignerId)));

    [Fact]
    public void Check_MessageWithoutWords_IsAProblem()
    {
        AssertProblem("Notifications.Email.Subject", With(new EmailNotification { To = [SampleDescriptor.Anna], Subject = " " }));
        AssertProblem("Notifications.Sms.Text", With(new SmsNotification { To = [SampleDescriptor.Anna], Text = "" }));
    }

    [Fact]
    public void Check_MessageWithANumberBelowZero_IsAProblem()
    {
        AssertProblem("Notifications.Email.DelayMinutes", With(new EmailNotification { To = [SampleDescriptor.Anna], Subject = "s", DelayMinutes = -1 }));
        AssertProblem("Notifications.Sms.Reminders", With(new SmsNotification { To = [SampleDescriptor.Anna], Text = "s", Reminders = -1 }));
    }

    [Fact]
    public void Check_SeveralProblems_TellsAllAtOnceWithTheirPaths()
    {
        var broken = new FormDescriptor
        {
            Fields =
            [
                SampleDescriptor.Signature with { Name = "", InputType = default, SignerId = default, X = null, Width = 0 },
                SampleDescriptor.Marked with { Height = 0 },
            ],
            Signers = [new Signer { Id = SampleDescriptor.Bert }],
            Workflow = [new WorkflowStep { SignerId = SampleDescriptor.Anna, Sequence = 1 }],
            Notifications = new NotificationSettings
            {
                Email = new EmailNotification { To = [], Subject = "s" },
                Sms = new SmsNotification { To = [SampleDescriptor.Anna], Text = "s" },
            },
        };

        OkSignInputException exception = Refuse(broken);

        Assert.Equal(
            [
                "Fields[0].Name", "Fields[0].InputType", "Fields[0].SignerId", "Fields[0].X", "Fields[0].Width", "Fields[1].Height",
                "Signers[0].Name", "Workflow[0].SignerId", "Notifications.Email.To", "Notifications.Sms.To[0]",
            ],
            exception.Problems.Select(static problem => problem.Path));
        Assert.All(exception.Problems, problem => Assert.Contains($"{problem.Path}: {problem.Message}", exception.Message, StringComparison.Ordinal));
        Assert.Equal("descriptor", exception.ParamName);
    }

    private static FormDescriptor Email(params SignerId[] to) => With(new EmailNotification { To = to, Subject = "s" });

    private static FormDescriptor Sms(params SignerId[] to) => With(new SmsNotification { To = to, Text = "s" });

    private static FormDescriptor With(EmailNotification email) => SampleDescriptor.Valid with { Notifications = new NotificationSettings { Email = email } };

    private static FormDescriptor With(SmsNotification sms) => SampleDescriptor.Valid with { Notifications = new NotificationSettings { Sms = sms } };

    private static void Check(FormDescriptor descriptor) => FormDescriptorRules.ThrowIfBroken(descriptor, nameof(descriptor));

    private static OkSignInputException Refuse(FormDescriptor descriptor) => Assert.Throws<OkSignInputException>(() => Check(descriptor));

    private static void AssertFieldProblem(string path, FormField field) => AssertProblem(path, SampleDescriptor.With(field));

    private static void AssertProblem(string path, FormDescriptor descriptor) => Assert.Equal(path, Assert.Single(Refuse(descriptor).Problems).Path);
}
