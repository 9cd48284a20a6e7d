from django.urls import path

from . import compare_views, views

app_name = "studio"

urlpatterns = [
    path("", views.index, name="index"),
    path("d/<str:key>/", views.design, name="design"),
    path("d/<str:key>/<str:view>.svg", views.design_picture, name="design_picture"),
    path("d/<str:key>/compare/", compare_views.compare, name="compare"),
    path("<slug:slug>/", views.new, name="new"),
    path("<slug:slug>/change/", views.change, name="change"),
    path("<slug:slug>/worth/", views.worth, name="worth"),
    path("<slug:slug>/<slug:fabric>/<str:view>.svg", views.picture, name="picture"),
    path("<slug:slug>/<slug:fabric>/<str:view>/shape.svg", views.shape, name="shape"),
]
