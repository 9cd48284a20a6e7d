from django.urls import path

from . import card_views, views

app_name = "studio"

urlpatterns = [
    path("", views.index, name="index"),
    path("d/<str:key>/", views.design, name="design"),
    path("d/<str:key>/<str:view>.svg", views.design_picture, name="design_picture"),
    path("d/<str:key>/card.png", card_views.card, {"kind": "design"}, name="design_card"),
    path("pieces/<slug:key>/card.png", card_views.card, {"kind": "piece"}, name="piece_card"),
    path("<slug:key>/card.png", card_views.card, {"kind": "template"}, name="template_card"),
    path("<slug:slug>/", views.new, name="new"),
    path("<slug:slug>/change/", views.change, name="change"),
    path("<slug:slug>/worth/", views.worth, name="worth"),
    path("<slug:slug>/<slug:fabric>/<str:view>.svg", views.picture, name="picture"),
]
